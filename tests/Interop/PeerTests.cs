using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Whom a server sees at the other end of its connections.</summary>
public sealed class PeerTests
{
    [Fact]
    public async Task IPv4_client_is_seen_with_its_address_and_port()
    {
        await using PeerServer server = await PeerServer.StartAsync();
        Peer peer = await server.CallAsync();
        Assert.Equal((PeerKind.IPv4, null, null), (peer.Kind, peer.UnixSocketPath, peer.Certificate));
        Assert.Equal(IPAddress.Loopback, Assert.IsType<IPEndPoint>(peer.EndPoint).Address);
        Assert.Equal(server.SeenByGrpc, peer.ToString());
    }

    [Fact]
    public async Task IPv4_client_of_a_dual_stack_listener_is_seen_as_IPv4()
    {
        if (!Socket.OSSupportsIPv6)
        {
            return;
        }

        await using PeerServer server = await PeerServer.StartAsync(kestrel => kestrel.Listen(IPAddress.Loopback.MapToIPv6(), 0), services: DualMode);
        Peer peer = await server.CallAsync();
        Assert.StartsWith("ipv6:[::ffff:127.0.0.1]:", server.SeenByGrpc, StringComparison.Ordinal);
        Assert.StartsWith("ipv4:127.0.0.1:", peer.ToString(), StringComparison.Ordinal);
        Assert.Equal(PeerKind.IPv4, peer.Kind);
    }

    [Fact]
    public async Task Unix_socket_is_named_by_the_path_that_both_ends_know()
    {
        string path = SocketPath();
        await using PeerServer server = await PeerServer.StartAsync(kestrel => kestrel.ListenUnixSocket(path));
        Peer peer = await server.CallAsync(Connecting(path));
        Assert.Equal(("unknown", $"unix:{path}"), (server.SeenByGrpc, peer.ToString()));
        Assert.Equal((PeerKind.Unix, path), (peer.Kind, peer.UnixSocketPath));
        Assert.Null(peer.EndPoint);
    }

    [Fact]
    public async Task Client_that_bound_a_path_of_its_own_is_named_by_it()
    {
        (string path, string own) = (SocketPath(), SocketPath());
        await using PeerServer server = await PeerServer.StartAsync(kestrel => kestrel.ListenUnixSocket(path));
        try
        {
            Assert.Equal(own, (await server.CallAsync(Connecting(path, own))).UnixSocketPath);
        }
        finally
        {
            File.Delete(own);
        }
    }

    [Fact]
    public async Task Clients_certificate_is_seen_over_TLS()
    {
        using X509Certificate2 alice = SelfSigned("CN=alice");
        using X509Certificate2 localhost = SelfSigned("CN=localhost");
        await using PeerServer server = await PeerServer.StartAsync(Tls(localhost, ClientCertificateMode.AllowCertificate));
        Peer peer = await server.CallOverTlsAsync(alice);
        Assert.Equal(alice.RawData, peer.Certificate!.RawData);
        Assert.Equal(Peer.FromEndPoint(peer.EndPoint, alice), peer);
        Assert.Null((await server.CallOverTlsAsync(certificate: null)).Certificate);
    }

    [Fact]
    public async Task Required_certificate_is_seen_or_no_call_comes()
    {
        using X509Certificate2 alice = SelfSigned("CN=alice");
        using X509Certificate2 localhost = SelfSigned("CN=localhost");
        await using PeerServer server = await PeerServer.StartAsync(Tls(localhost, ClientCertificateMode.RequireCertificate));
        await Assert.ThrowsAsync<RpcException>(() => server.CallOverTlsAsync(certificate: null));
        Assert.Null(server.Seen);
        Assert.Equal(alice.RawData, (await server.CallOverTlsAsync(alice)).Certificate!.RawData);
    }

    [Fact]
    public async Task Middleware_that_believes_headers_does_not_change_it()
    {
        using X509Certificate2 localhost = SelfSigned("CN=localhost");
        using X509Certificate2 forged = SelfSigned("CN=forged");
        await using PeerServer server = await PeerServer.StartAsync(Tls(localhost, ClientCertificateMode.AllowCertificate), app =>
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All });
            app.Use((HttpContext http, RequestDelegate next) =>
            {
                http.Features.Set<ITlsConnectionFeature>(new TlsConnectionFeature { ClientCertificate = forged });
                return next(http);
            });
        });
        Peer peer = await server.CallOverTlsAsync(certificate: null, new Metadata { { "x-forwarded-for", "203.0.113.9" }, { "forwarded", "for=203.0.113.9" } });
        Assert.StartsWith("ipv4:203.0.113.9:", server.SeenByGrpc, StringComparison.Ordinal);
        Assert.StartsWith("ipv4:127.0.0.1:", peer.ToString(), StringComparison.Ordinal);
        Assert.Null(peer.Certificate);
    }

    // Kestrel itself makes a dual-stack socket for all addresses only.
    private static void DualMode(IServiceCollection services) =>
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets.SocketTransportOptions>(options => options.CreateBoundListenSocket = endPoint =>
        {
            Socket socket = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
            socket.Bind(endPoint);
            return socket;
        });

    private static Action<KestrelServerOptions> Tls(X509Certificate2 certificate, ClientCertificateMode mode) =>
        kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = mode;
            https.AllowAnyClientCertificate();
        }));

    private static SocketsHttpHandler Connecting(string path, string? own = null) => new()
    {
        ConnectCallback = async (_, ct) =>
        {
            Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            if (own is not null)
            {
                socket.Bind(new UnixDomainSocketEndPoint(own));
            }

            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    private static string SocketPath() => Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    // Through PKCS #12: Windows shows no certificate whose key is not stored.
    private static X509Certificate2 SelfSigned(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
