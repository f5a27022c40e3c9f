using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.Testing;

/// <content>Implements <see cref="ServerCallContext"/> with the behavior of grpc-dotnet.</content>
public sealed partial class TestServerCallContext
{
    private Metadata? _requestHeaders;

    /// <inheritdoc/>
    protected override string MethodCore => _http.Request.Path.Value!;

    /// <inheritdoc/>
    protected override string HostCore => _http.Request.Host.Value!;

    /// <inheritdoc/>
    protected override string PeerCore => _http.Peer.ToString();

    /// <inheritdoc/>
    protected override DateTime DeadlineCore => _http.Deadline.ToDateTime();

    /// <inheritdoc/>
    protected override Metadata RequestHeadersCore => _requestHeaders ??= WireEntries.OfRequest(_http.Request.Headers);

    /// <inheritdoc/>
    protected override CancellationToken CancellationTokenCore => _http.Aborted;

    /// <inheritdoc/>
    protected override Metadata ResponseTrailersCore { get; } = [];

    /// <inheritdoc/>
    protected override Status StatusCore { get; set; }

    /// <inheritdoc/>
    protected override WriteOptions? WriteOptionsCore { get; set; }

    /// <inheritdoc/>
    protected override AuthContext AuthContextCore { get; } = new(null, []);

    /// <inheritdoc/>
    protected override IDictionary<object, object> UserStateCore => _http.Items!;

    /// <inheritdoc/>
    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotImplementedException("grpc-dotnet does not support propagation tokens.");

    /// <inheritdoc/>
    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        if (_http.Response.HasStarted)
        {
            throw new InvalidOperationException("Response headers can only be sent once per call.");
        }

        foreach (Metadata.Entry entry in responseHeaders)
        {
            if (!RawEntry.TryEncode(entry, out string? field, out _))
            {
                throw new InvalidOperationException($"Error adding response header '{entry.Key}'.");
            }

            _http.Response.Headers.Append(entry.Key, field);
        }

        return StartAsync();
    }
}
