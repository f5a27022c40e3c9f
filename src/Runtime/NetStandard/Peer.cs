using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace TypedMetadata;

/// <content>.NET Standard has no end points of unix sockets.</content>
public sealed partial class Peer
{
    private static Peer? OfSocket(EndPoint? endPoint, X509Certificate2? certificate) => null;
}
