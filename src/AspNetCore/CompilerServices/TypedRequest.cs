using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace TypedMetadata.CompilerServices;

/// <summary>Reads the records of a call for the generated code of typed services.</summary>
/// <param name="context">The call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TypedRequest(ServerCallContext context)
{
    private RejectedRecords? _rejected;

    /// <summary>Reads a record. One that cannot be read is reported by <see cref="ThrowIfRejected"/>.</summary>
    public T Read<T>()
        where T : IRequestMetadata<T>
    {
        if (RequestMetadataExtensions.TryRead<T>(context, out T? value, out IReadOnlyList<MetadataError> errors))
        {
            return value;
        }

        (_rejected ??= new RejectedRecords()).Add<T>(errors);
        return default!;
    }

    /// <summary>Reads a record, or returns false: what is wrong with it was reported already.</summary>
    public readonly bool TryRead<T>([NotNullWhen(true)] out T? value)
        where T : IRequestMetadata<T> => RequestMetadataExtensions.TryRead<T>(context, out value!, out _);

    /// <summary>Rejects the call if a record could not be read.</summary>
    /// <exception cref="MetadataException">All that is wrong with all of them.</exception>
    public readonly void ThrowIfRejected()
    {
        if (_rejected is not null)
        {
            throw _rejected.ToException(ServerCall.TryGet(context, out ServerCall call) ? call.EnsureState() : null);
        }
    }
}
