using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace TypedMetadata;

/// <summary>
/// Records the peers of a channel's connections when they are opened. HTTP/2 does not report which connection a call used, so a call gets the peer of the newest connection to
/// its address. <c>ConnectCallback</c> is not used, because setting it disables client-side load balancing.
/// </summary>
internal sealed class PeerTracking
{
    private readonly ConcurrentDictionary<string, Peer> _newest = new(StringComparer.Ordinal);

    /// <summary>Watches the connections of the innermost handler.</summary>
    /// <exception cref="InvalidOperationException">There is no <see cref="SocketsHttpHandler"/>, or it has already been used.</exception>
    internal void Watch(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        if (handler is not SocketsHttpHandler sockets)
        {
            throw new InvalidOperationException($"TrackPeer requires a SocketsHttpHandler as the innermost handler of the channel, but found {handler?.GetType().Name ?? "none"}. Use a SocketsHttpHandler, or do not set TrackPeer.");
        }

        Func<SocketsHttpPlaintextStreamFilterContext, CancellationToken, ValueTask<Stream>>? before = sockets.PlaintextStreamFilter;
        try
        {
            sockets.PlaintextStreamFilter = async (context, cancellation) =>
            {
                Note(context);
                return before is null ? context.PlaintextStream : await before(context, cancellation).ConfigureAwait(false);
            };
        }
        catch (InvalidOperationException inUse)
        {
            throw new InvalidOperationException("TrackPeer cannot be enabled because the SocketsHttpHandler has already been used. Call UseTypedMetadata before the first call.", inUse);
        }
    }

    /// <summary>Returns the peer of a call that was sent to an address.</summary>
    internal Peer Of(Uri address) => _newest.TryGetValue(address.Authority, out Peer? peer) ? peer : Peer.FromEndPoint(EndPointOf(address));

    private void Note(SocketsHttpPlaintextStreamFilterContext context)
    {
        if (context.InitialRequestMessage.RequestUri is Uri address)
        {
            EndPoint? remote = (context.PlaintextStream as NetworkStream)?.Socket.RemoteEndPoint;
            X509Certificate2? certificate = context.PlaintextStream is SslStream { RemoteCertificate: X509Certificate seen } ? new X509Certificate2(seen) : null;
            _newest[address.Authority] = Peer.FromEndPoint(remote ?? EndPointOf(address), certificate);
        }
    }

    private static EndPoint EndPointOf(Uri address) =>
        IPAddress.TryParse(address.IdnHost, out IPAddress? ip) ? new IPEndPoint(ip, address.Port) : new DnsEndPoint(address.IdnHost, address.Port);
}
