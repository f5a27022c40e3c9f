using System.Net.Sockets;
using Grpc.Net.Client;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers.Routes;

/// <summary>Our client, our server, and what stands between them.</summary>
internal sealed class Route : IAsyncDisposable
{
    private readonly EchoServer _server;
    private readonly GrpcChannel _channel;
    private readonly IDisposable? _between;

    internal Route(EchoServer server, GrpcChannel channel, IDisposable? between = null)
    {
        (_server, _channel, _between) = (server, channel, between);
        Client = new Echo.EchoClient(Paths.CallsOf(channel));
    }

    internal Echo.EchoClient Client { get; }

    /// <summary>A channel over a unix socket.</summary>
    internal static GrpcChannel OverSocket(string path) => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        },
    }.UseTypedMetadata());

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        _between?.Dispose();
        await _server.DisposeAsync();
    }
}
