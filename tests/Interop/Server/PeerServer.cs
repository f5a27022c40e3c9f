using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TypedMetadata.Interop.Server;

/// <summary>A server that notes who calls it.</summary>
internal sealed class PeerServer : IAsyncDisposable
{
    private EchoServer? _server;

    /// <summary>Whom the last handler saw.</summary>
    internal Peer? Seen { get; private set; }

    /// <summary>What grpc-dotnet told it.</summary>
    internal string? SeenByGrpc { get; private set; }

    internal static async Task<PeerServer> StartAsync(Action<KestrelServerOptions>? listen = null, Action<WebApplication>? pipeline = null, Action<IServiceCollection>? services = null)
    {
        PeerServer server = new();
        server._server = await EchoServer.StartAsync(
            context =>
            {
                server.Seen = context.GetPeer();
                server.SeenByGrpc = context.Peer;
                return Task.CompletedTask;
            },
            grpc =>
            {
                services?.Invoke(grpc.Services);
                grpc.AddTypedMetadata();
            },
            pipeline,
            listen: listen);
        return server;
    }

    /// <summary>Calls the server over cleartext HTTP/2, whatever its address, and answers whom it saw.</summary>
    internal Task<Peer> CallAsync(SocketsHttpHandler? handler = null, Grpc.Core.Metadata? headers = null) => CallAsync("http", handler ?? new(), headers);

    /// <summary>The same over TLS, with a certificate of the client's or without.</summary>
    internal Task<Peer> CallOverTlsAsync(X509Certificate2? certificate, Grpc.Core.Metadata? headers = null)
    {
        SslClientAuthenticationOptions tls = new() { RemoteCertificateValidationCallback = delegate { return true; } };
        if (certificate is not null)
        {
            tls.ClientCertificates = [certificate];
        }

        return CallAsync("https", new SocketsHttpHandler { SslOptions = tls }, headers);
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task<Peer> CallAsync(string scheme, SocketsHttpHandler handler, Grpc.Core.Metadata? headers)
    {
        // A handler that connects by itself needs no address.
        string authority = handler.ConnectCallback is null ? $"127.0.0.1:{_server!.Port}" : "localhost";
        using GrpcChannel channel = GrpcChannel.ForAddress($"{scheme}://{authority}", new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true }.UseTypedMetadata());
        await new Echo.EchoClient(Paths.CallsOf(channel)).UnaryAsync(new EchoMessage(), headers);
        return Seen!;
    }
}
