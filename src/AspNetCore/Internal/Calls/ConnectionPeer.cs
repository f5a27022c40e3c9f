using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata;

/// <summary>
/// Who is at the other end of the connection that a request came over. Middleware that believes headers (forwarded headers, forwarded certificates) changes what
/// the request's <see cref="HttpContext"/> says; what the connection itself says it cannot reach.
/// </summary>
internal static class ConnectionPeer
{
    internal static Peer Of(HttpContext http)
    {
        // Kestrel's connection is the feature itself.
        if (http.Features.Get<IConnectionIdFeature>() is not BaseConnectionContext connection)
        {
            return OfServerWithoutConnections(http);
        }

        return Peer.FromEndPoint(Named(connection), connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate);
    }

    // The client's socket has a name only if the client bound one; both ends meet at the server's.
    private static EndPoint? Named(BaseConnectionContext connection) =>
        connection.LocalEndPoint is UnixDomainSocketEndPoint local && string.IsNullOrEmpty(connection.RemoteEndPoint?.ToString()) ? local : connection.RemoteEndPoint;

    private static Peer OfServerWithoutConnections(HttpContext http) =>
        Peer.FromEndPoint(
            http.Connection.RemoteIpAddress is IPAddress ip ? new IPEndPoint(ip, http.Connection.RemotePort) : null,
            http.Connection.ClientCertificate);
}
