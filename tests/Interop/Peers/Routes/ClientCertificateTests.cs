using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers.Routes;

/// <summary>Over TLS between two that know each other's certificate.</summary>
public sealed class ClientCertificateTests : RouteTests, IDisposable
{
    private readonly X509Certificate2 _server = SelfSigned("localhost");
    private readonly X509Certificate2 _client = SelfSigned("acme");

    [PeerFact]
    public async Task Server_knows_the_client_by_its_certificate()
    {
        string? thumbprint = null;
        await using Route route = await OpenAsync(context =>
        {
            thumbprint = context.GetPeer().Certificate?.Thumbprint;
            return Task.CompletedTask;
        });
        using RunningCall call = RunningCall.Start(CallKind.Unary, route.Client, new Phrase("hello"));
        await call.FinishAsync();
        Assert.Equal(_client.Thumbprint, thumbprint);
    }

    [PeerFact]
    public async Task Client_without_the_certificate_is_rejected_before_it_sends_metadata()
    {
        bool reached = false;
        await using Route route = await OpenAsync(
            _ =>
            {
                reached = true;
                return Task.CompletedTask;
            },
            []);
        using RunningCall call = RunningCall.Start(CallKind.Unary, route.Client, new Phrase("hello"));
        await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.False(reached);
    }

    public void Dispose()
    {
        _server.Dispose();
        _client.Dispose();
    }

    private protected override Task<Route> OpenAsync(Func<ServerCallContext, Task> behaviour) => OpenAsync(behaviour, [_client]);

    private async Task<Route> OpenAsync(Func<ServerCallContext, Task> behaviour, X509CertificateCollection certificates)
    {
        EchoServer server = await EchoServer.StartAsync(behaviour, listen: kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = _server;
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (certificate, _, _) => certificate.Thumbprint == _client.Thumbprint;
            });
        }));
        SocketsHttpHandler handler = new();
        handler.SslOptions.ClientCertificates = certificates;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == _server.Thumbprint;
        return new Route(server, GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = handler }.UseTypedMetadata()));
    }

    private static X509Certificate2 SelfSigned(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
