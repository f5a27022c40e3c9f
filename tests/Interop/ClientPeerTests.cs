using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>What a client knows of the server that its call went to.</summary>
public sealed class ClientPeerTests
{
    [Theory]
    [InlineData("http://127.0.0.1:", true)]
    [InlineData("dns:///localhost:", true)]
    [InlineData("http://localhost:", false)]
    public async Task Client_sees_the_server_that_its_call_went_to(string address, bool isKnown)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => { });
        GrpcChannelOptions options = new() { Credentials = ChannelCredentials.Insecure };
        using GrpcChannel channel = GrpcChannel.ForAddress(address + server.Port, options.UseTypedMetadata(typed => typed.TrackPeer = true));
        Echo.EchoClient client = new(channel);
        using AsyncUnaryCall<EchoMessage> unary = client.UnaryAsync(new EchoMessage());
        using AsyncClientStreamingCall<EchoMessage, EchoMessage> sending = client.ClientStreaming();
        using AsyncServerStreamingCall<EchoMessage> receiving = client.ServerStreaming(new EchoMessage { Text = "x" });
        using AsyncDuplexStreamingCall<EchoMessage, EchoMessage> both = client.Duplex();
        await sending.RequestStream.CompleteAsync();
        await both.RequestStream.CompleteAsync();
        Assert.All(
            [await unary.GetPeerAsync(), await sending.GetPeerAsync(), await receiving.GetPeerAsync(), await both.GetPeerAsync()],
            peer => Assert.Equal(isKnown ? $"ipv4:127.0.0.1:{server.Port}" : "unknown", peer.ToString()));
    }

    [Fact]
    public async Task Over_TLS_it_sees_the_servers_certificate()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 made = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, listen: kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        using SocketsHttpHandler network = new() { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = network }.UseTypedMetadata(options => options.TrackPeer = true));
        using AsyncUnaryCall<EchoMessage> call = new Echo.EchoClient(Paths.CallsOf(channel)).UnaryAsync(new EchoMessage());
        Peer peer = await call.GetPeerAsync();
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, server.Port), peer.EndPoint);
        Assert.Equal(certificate.RawData, peer.Certificate!.RawData);
    }

    [Fact]
    public async Task Server_cannot_forge_it()
    {
        await using EchoServer server = await new CannedAnswer { Headers = [("x-typedmetadata-peer", ["ipv4:192.0.2.1:80"])] }.StartAsync();
        using AsyncUnaryCall<EchoMessage> call = server.Client.UnaryAsync(new EchoMessage());
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(call.GetPeerAsync);
        Assert.Contains("TrackPeer = true", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_that_cannot_be_watched_says_what_to_do()
    {
        using HttpClientHandler other = new();
        Assert.Contains("SocketsHttpHandler", Assert.Throws<InvalidOperationException>(() => new GrpcChannelOptions { HttpHandler = other }.UseTypedMetadata(options => options.TrackPeer = true)).Message, StringComparison.Ordinal);

        await using EchoServer server = await EchoServer.StartAsync(_ => { });
        using SocketsHttpHandler used = new() { AllowAutoRedirect = false };
        using GrpcChannel first = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = used });
        await new Echo.EchoClient(Paths.CallsOf(first)).UnaryAsync(new EchoMessage());
        Assert.Contains("already been used", Assert.Throws<InvalidOperationException>(() => new GrpcChannelOptions { HttpHandler = used }.UseTypedMetadata(options => options.TrackPeer = true)).Message, StringComparison.Ordinal);
    }
}
