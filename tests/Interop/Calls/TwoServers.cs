using Grpc.Core;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Calls;

/// <summary>A server whose handler calls another with a client of its factory.</summary>
internal sealed class TwoServers : IAsyncDisposable
{
    private readonly EchoServer _first;

    private TwoServers(EchoServer first, SeenHeaders second)
    {
        _first = first;
        Second = second;
    }

    /// <summary>The client of the first server.</summary>
    internal Echo.EchoClient Client => _first.Client;

    internal string Url => _first.Url;

    internal SeenHeaders Second { get; }

    /// <summary>Starts both.</summary>
    /// <param name="configure">Sets up the first server's client of the second.</param>
    /// <param name="handler">What the first does in each call; by default one unary call.</param>
    /// <param name="pipeline">Middleware in front of gRPC at the first.</param>
    internal static async Task<TwoServers> StartAsync(
        Action<IHttpClientBuilder> configure, Func<Echo.EchoClient, ServerCallContext, Task>? handler = null, Action<WebApplication>? pipeline = null)
    {
        handler ??= async (client, _) => await client.UnaryAsync(new EchoMessage());
        SeenHeaders second = await SeenHeaders.StartAsync();
        EchoServer first = await EchoServer.StartAsync(
            context => handler(context.GetHttpContext().RequestServices.GetRequiredService<Echo.EchoClient>(), context),
            grpc =>
            {
                configure(grpc.AddTypedMetadata().Services.AddGrpcClient<Echo.EchoClient>(options => options.Address = second.Url));
            },
            pipeline);
        return new TwoServers(first, second);
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await Second.DisposeAsync();
    }
}
