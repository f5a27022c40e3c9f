using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TypedMetadata.Unit.Calls;

public sealed partial class PeerTests
{
    [Theory]
    [InlineData("192.0.2.1", 80, "ipv4:192.0.2.1:80")]
    [InlineData("::1", 80, "ipv6:[::1]:80")]
    [InlineData("::ffff:127.0.0.1", 0, "ipv4:127.0.0.1:0")]
    [InlineData("fe80::1%2", 65535, "ipv6:[fe80::1%252]:65535")]
    [InlineData("fe80::1%25", 1, "ipv6:[fe80::1%2525]:1")]
    [InlineData("fe80::1%252", 1, "ipv6:[fe80::1%25252]:1")]
    public void Address_is_spelled_as_gRPC_does_and_read_back(string ip, int port, string expected)
    {
        Peer peer = Peer.FromEndPoint(new IPEndPoint(IPAddress.Parse(ip), port));
        Assert.Equal(expected, peer.ToString());
        Assert.True(Peer.TryParse(expected, out Peer? read));
        Assert.Equal((peer, peer.GetHashCode()), (read, read.GetHashCode()));
    }

    [Theory]
    [InlineData("ipv4:1.2.3.4")]
    [InlineData("ipv4:1.2.3.4:")]
    [InlineData("ipv4:1.2.3.4:080")]
    [InlineData("ipv4:1.2.3.4:65536")]
    [InlineData("ipv4:1.2.3.256:1")]
    [InlineData("ipv4:[::1]:1")]
    [InlineData("ipv4:::1:1")]
    [InlineData("ipv6:[1.2.3.4]:1")]
    [InlineData("ipv6:[::1]")]
    [InlineData("ipv6:[::1]1")]
    [InlineData("ipv6:[::1]]:1")]
    [InlineData("ipv6:[[::1]]:1")]
    [InlineData("ipv6:[fe80::1%]:1")]
    [InlineData("ipv6:[fe80::1%eth0]:1")]
    [InlineData("ipv6:[fe80::1%99999999999999999999]:1")]
    [InlineData("ipv6:[::ffff:010.0.0.1]:1")]
    [InlineData("ipv6:%5B::1%5:1")]
    [InlineData("unix://host/path")]
    [InlineData("unix-abstract://host/name")]
    [InlineData("unix-abstract://name")]
    [InlineData("unix:/tmp/%zz")]
    [InlineData("unix:/tmp/a%00b")]
    [InlineData("unix:/tmp/é")]
    [InlineData("unknown:elsewhere")]
    [InlineData("vsock:1:2")]
    [InlineData("1.2.3.4:5")]
    [InlineData("ipv4")]
    public void Other_text_is_no_peer(string text)
    {
        Assert.False(Peer.TryParse(text, out Peer? peer));
        Assert.Null(peer);
    }

    [Fact]
    public void Any_other_end_point_is_unknown()
    {
        Assert.Equal(PeerKind.Unknown, Peer.FromEndPoint(null).Kind);
        Assert.Equal(PeerKind.Unknown, Peer.FromEndPoint(new DnsEndPoint("localhost", 1)).Kind);
        Assert.Equal("unknown", Peer.FromEndPoint(null).ToString());
    }

    [Fact]
    public void Peer_cannot_be_changed_through_what_it_hands_out()
    {
        IPEndPoint given = new(IPAddress.Parse("fe80::1%2"), 80);
        Peer peer = Peer.FromEndPoint(given);
        given.Port = 1;
        given.Address.ScopeId = 9;
        IPEndPoint seen = Assert.IsType<IPEndPoint>(peer.EndPoint);
        seen.Port = 3;
        seen.Address.ScopeId = 7;
        Assert.Equal("ipv6:[fe80::1%252]:80", peer.ToString());
    }

    [Fact]
    public void Certificate_counts_by_its_content()
    {
        IPEndPoint address = new(IPAddress.Loopback, 1);
        using X509Certificate2 alice = SelfSigned("CN=alice");
        using X509Certificate2 copy = X509CertificateLoader.LoadCertificate(alice.RawData);
        using X509Certificate2 bob = SelfSigned("CN=bob");
        Peer peer = Peer.FromEndPoint(address, alice);
        Peer same = Peer.FromEndPoint(address, copy);
        Assert.Equal(peer, same);
        Assert.Equal(peer.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(peer, Peer.FromEndPoint(address, bob));
        Assert.NotEqual(peer, Peer.FromEndPoint(address));
        Assert.False(peer.Equals(null));
    }

    private static X509Certificate2 SelfSigned(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
