using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TypedMetadata;

/// <content>Unix sockets, whose end points .NET Standard does not have.</content>
public sealed partial class Peer
{
    private const char AbstractPrefix = '@';
    private const int PathInSocketAddress = 2;

    // A lone surrogate has no bytes: the system is given U+FFFD in its place.
    private static Peer? OfSocket(EndPoint? endPoint, X509Certificate2? certificate)
    {
        if (endPoint is not UnixDomainSocketEndPoint socket)
        {
            return null;
        }

        string path = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(socket.ToString()));

        // A path may start with '@' too. Only an abstract name has NUL there in its address.
        return path is [AbstractPrefix, .. string name] && socket.Serialize()[PathInSocketAddress] == 0
            ? new(PeerKind.UnixAbstract, null, name, certificate)
            : new(PeerKind.Unix, null, path, certificate);
    }
}
