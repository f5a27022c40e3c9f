using System.Net;

namespace TypedMetadata.Fuzzing.Targets;

/// <summary>The text of a peer, as gRPC's libraries write it.</summary>
internal static class PeerText
{
    internal static void Run(string text)
    {
        if (!Peer.TryParse(text, out Peer? peer))
        {
            return;
        }

        string written = peer.ToString();
        BrokenPromiseException.Unless(Peer.TryParse(written, out Peer? again) && again.Equals(peer), "a peer's own text is that peer");
        BrokenPromiseException.Unless(again.ToString() == written, "a peer has one spelling");
        BrokenPromiseException.Unless(peer.EndPoint is not IPEndPoint { Address.IsIPv4MappedToIPv6: true }, "an IPv4 address has one spelling");
        BrokenPromiseException.Unless(peer.Kind is not (PeerKind.IPv4 or PeerKind.IPv6) || Peer.FromEndPoint(peer.EndPoint).Equals(peer), "the text of an address is that address");
        BrokenPromiseException.Unless(again.GetHashCode() == peer.GetHashCode(), "equal peers have the same hash");
    }
}
