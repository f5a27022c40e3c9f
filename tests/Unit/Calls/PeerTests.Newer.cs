using System.Net;
using System.Net.Sockets;

namespace TypedMetadata.Unit.Calls;

/// <content>End points that .NET Standard does not have.</content>
public sealed partial class PeerTests
{
    [Theory]
    [InlineData("/tmp/x", "unix:/tmp/x")]
    [InlineData("//tmp/x", "unix:////tmp/x")]
    [InlineData("/tmp/100%\n é", "unix:/tmp/100%25%0A %C3%A9")]
    [InlineData("", "unix:")]
    [InlineData("\0name", "unix-abstract:name")]
    [InlineData("\0//name", "unix-abstract:////name")]
    [InlineData("\0a\0b", "unix-abstract:a%00b")]
    [InlineData("@name", "unix:@name")]
    public void Unix_socket_is_named_and_read_back(string path, string expected)
    {
        // Only Linux has names that start with NUL.
        if (path.StartsWith('\0') && !OperatingSystem.IsLinux())
        {
            return;
        }

        Peer peer = Peer.FromEndPoint(path.Length == 0 ? Unnamed() : new UnixDomainSocketEndPoint(path));
        Assert.Equal((expected, path.TrimStart('\0')), (peer.ToString(), peer.UnixSocketPath));
        Assert.Equal(path.StartsWith('\0') ? PeerKind.UnixAbstract : PeerKind.Unix, peer.Kind);
        Assert.Null(peer.EndPoint);
        Assert.True(Peer.TryParse(expected, out Peer? read));
        Assert.Equal(peer, read);
    }

    [Fact]
    public void Path_that_has_no_UTF_8_is_the_one_that_the_system_is_given()
    {
        Peer peer = Peer.FromEndPoint(new UnixDomainSocketEndPoint("/tmp/\ud800"));
        Assert.Equal(("/tmp/\ufffd", "unix:/tmp/%EF%BF%BD"), (peer.UnixSocketPath, peer.ToString()));
    }

    private static EndPoint Unnamed() => new UnixDomainSocketEndPoint("/x").Create(new SocketAddress(AddressFamily.Unix, 2));
}
