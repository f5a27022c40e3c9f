using System.Globalization;
using System.Net;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Every <c>peer</c> row: what <c>Peer.TryParse</c> makes of it.</summary>
public sealed class PeerVectorTests
{
    private const string Null = "<null>";

    public static TheoryData<string> Rows => Vector.Ids(vector => vector.Kind == "peer");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        bool accepted = Peer.TryParse(vector.Text == Null ? null : vector.Text, out Peer? peer);
        Assert.Equal(vector.Expected != "reject", accepted);
        if (peer is not null)
        {
            Assert.Equal(vector.Expected == "unknown" ? "unknown||" : vector.Expected, Describe(peer));
            Assert.True(Peer.TryParse(peer.ToString(), out Peer? again));
            Assert.Equal(peer, again);
        }
    }

    [Fact]
    public void Every_peer_row_is_asserted() => Assert.Equal(26, ((IEnumerable<object[]>)Rows).Count());

    private static string Describe(Peer peer)
    {
        string scheme = peer.Kind switch
        {
            PeerKind.IPv4 => "ipv4",
            PeerKind.IPv6 => "ipv6",
            PeerKind.Unix => "unix",
            PeerKind.UnixAbstract => "unix-abstract",
            _ => "unknown",
        };
        return peer.EndPoint is IPEndPoint address
            ? string.Create(CultureInfo.InvariantCulture, $"{scheme}|{address.Address}|{address.Port}")
            : $"{scheme}|{peer.UnixSocketPath}|";
    }
}
