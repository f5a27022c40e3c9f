using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata;

/// <summary>
/// Returns the peer of a request's connection. Middleware for forwarded headers and certificates changes <c>HttpContext.Connection</c>, but not the connection itself, which is
/// used here.
/// </summary>
internal static class ConnectionPeer
{
    internal static Peer Of(HttpContext http)
    {
        // In Kestrel, the feature is the connection.
        if (http.Features.Get<IConnectionIdFeature>() is not BaseConnectionContext connection)
        {
            return OfServerWithoutConnections(http);
        }

        return Peer.FromEndPoint(Named(connection), connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate);
    }

    // The socket of a client usually has no name. Then the socket of the server is used.
    private static EndPoint? Named(BaseConnectionContext connection) =>
        connection.LocalEndPoint is UnixDomainSocketEndPoint local && string.IsNullOrEmpty(connection.RemoteEndPoint?.ToString()) ? local : connection.RemoteEndPoint;

    private static Peer OfServerWithoutConnections(HttpContext http) =>
        Peer.FromEndPoint(
            http.Connection.RemoteIpAddress is IPAddress ip ? new IPEndPoint(ip, http.Connection.RemotePort) : null,
            http.Connection.ClientCertificate);
}
