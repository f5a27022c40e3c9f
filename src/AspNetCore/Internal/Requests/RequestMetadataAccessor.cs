using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>Reads from the call that is being served in the current execution context.</summary>
internal sealed class RequestMetadataAccessor<T>(IHttpContextAccessor http) : IRequestMetadataAccessor<T>
    where T : IRequestMetadata<T>
{
    private ServerCallContext? Current => http.HttpContext?.Features.Get<IServerCallContextFeature>()?.ServerCallContext;

    /// <inheritdoc/>
    public T Read() => Current is ServerCallContext context
        ? context.ReadRequestMetadata<T>()
        : throw new InvalidOperationException($"There is no gRPC call whose metadata could be read as '{T.Descriptor.Layout.Record}': read it while a call is being served, or use TryRead.");

    /// <inheritdoc/>
    public bool TryRead([NotNullWhen(true)] out T? value)
    {
        value = default;
        return Current is ServerCallContext context && context.TryReadRequestMetadata(out value);
    }
}
