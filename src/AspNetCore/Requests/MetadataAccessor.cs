using System.Diagnostics.CodeAnalysis;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Reads from the call of the scope.</summary>
internal sealed class MetadataAccessor<T>(CallScope scope) : IMetadataAccessor<T>
    where T : IRequestMetadata<T>
{
    /// <inheritdoc/>
    public T Get()
    {
        TypedCall call = scope.Call
            ?? throw new InvalidOperationException($"There is no gRPC call whose metadata could be read as '{T.Layout.Record}': ask for it while a call runs, in a service of its scope, or use TryGet.");
        return call.TryRead<T>(out T? value, out IReadOnlyList<MetadataError> errors)
            ? value
            : throw RequestRefusedException.Of<T>(call, errors);
    }

    /// <inheritdoc/>
    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = default;
        return scope.Call is TypedCall call && call.TryRead<T>(out value!, out _);
    }
}

/// <summary>The call whose services a scope holds, while it runs.</summary>
internal sealed class CallScope
{
    internal TypedCall? Call { get; set; }
}
