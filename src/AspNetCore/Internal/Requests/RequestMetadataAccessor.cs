using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>Reads from the gRPC request that is being served in the current execution context.</summary>
internal sealed class RequestMetadataAccessor<T>(IHttpContextAccessor http) : IRequestMetadataAccessor<T>
    where T : IRequestMetadata<T>
{
    // Before its endpoint runs, and after, a call is only known by its content type.
    private HttpContext? Current => http.HttpContext is HttpContext current && (ServerCall.FeatureOf(current) is not null || ServerCall.IsGrpc(current)) ? current : null;

    /// <inheritdoc/>
    public T Read() => Current is HttpContext call
        ? call.ReadRequestMetadata<T>()
        : throw new InvalidOperationException($"'{T.Descriptor.Layout.Record}' cannot be read because there is no current gRPC call. Call Read while a gRPC handler runs, or use TryRead.");

    /// <inheritdoc/>
    public bool TryRead([NotNullWhen(true)] out T? value)
    {
        value = default;
        return Current is HttpContext call && call.TryReadRequestMetadata(out value);
    }
}
