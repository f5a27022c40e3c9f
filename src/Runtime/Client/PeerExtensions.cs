using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Extension methods that get the server of a call, on a channel with <see cref="TypedMetadataClientOptions.TrackPeer"/>.</summary>
public static class PeerExtensions
{
    /// <summary>Waits for the response headers and returns the server that the call was sent to.</summary>
    /// <returns>The peer. See <see cref="TypedMetadataClientOptions.TrackPeer"/> for its accuracy.</returns>
    /// <exception cref="InvalidOperationException">The channel was created without <c>UseTypedMetadata(options => options.TrackPeer = true)</c>.</exception>
    /// <exception cref="RpcException">The call failed before the response headers arrived.</exception>
    public static Task<Peer> GetPeerAsync<TResponse>(this AsyncUnaryCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return OfAsync(call.ResponseHeadersAsync);
    }

    /// <inheritdoc cref="GetPeerAsync{TResponse}(AsyncUnaryCall{TResponse})"/>
    public static Task<Peer> GetPeerAsync<TRequest, TResponse>(this AsyncClientStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return OfAsync(call.ResponseHeadersAsync);
    }

    /// <inheritdoc cref="GetPeerAsync{TResponse}(AsyncUnaryCall{TResponse})"/>
    public static Task<Peer> GetPeerAsync<TResponse>(this AsyncServerStreamingCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return OfAsync(call.ResponseHeadersAsync);
    }

    /// <inheritdoc cref="GetPeerAsync{TResponse}(AsyncUnaryCall{TResponse})"/>
    public static Task<Peer> GetPeerAsync<TRequest, TResponse>(this AsyncDuplexStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return OfAsync(call.ResponseHeadersAsync);
    }

    private static async Task<Peer> OfAsync(Task<Metadata> headers) =>
        ResponseNotes.Of(await headers.ConfigureAwait(false))?.Peer
        ?? throw new InvalidOperationException("The channel does not track its peers. Create it with UseTypedMetadata(options => options.TrackPeer = true).");
}
