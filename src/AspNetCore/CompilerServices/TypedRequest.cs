using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace TypedMetadata.CompilerServices;

/// <summary>Reads the records of request metadata of a typed call. Generated code calls it; it is not meant for your code.</summary>
/// <param name="context">The context of the call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TypedRequest(ServerCallContext context)
{
    private RejectedRecords? _rejected;

    /// <summary>Reads a record. If that fails, <see cref="ThrowIfRejected"/> throws the errors.</summary>
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

    /// <summary>Tries to read a record, and ignores its errors.</summary>
    public readonly bool TryRead<T>([NotNullWhen(true)] out T? value)
        where T : IRequestMetadata<T> => RequestMetadataExtensions.TryRead<T>(context, out value!, out _);

    /// <summary>Rejects the call if at least one record could not be read.</summary>
    /// <exception cref="MetadataException">The errors of all records.</exception>
    public readonly void ThrowIfRejected()
    {
        if (_rejected is not null)
        {
            throw _rejected.ToException(ServerCall.TryGet(context, out ServerCall call) ? call.EnsureState() : null);
        }
    }
}
