using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Grpc.Net.ClientFactory;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Every way in which a channel can be made.</summary>
public sealed class ChannelKindTests
{
    [Theory]
    [InlineData("static:///both")]
    [InlineData("dns:///localhost")]
    public async Task Load_balanced_channel_still_balances_and_reports_its_state(string address)
    {
        bool isStatic = address.StartsWith("static", StringComparison.Ordinal);
        await using EchoServer first = await EchoServer.StartAsync(EchoTypedAsync);
        await using EchoServer second = await EchoServer.StartAsync(EchoTypedAsync);
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => [new BalancerAddress("127.0.0.1", first.Port), new BalancerAddress("127.0.0.1", second.Port)]))
            .BuildServiceProvider();
        GrpcChannelOptions options = new()
        {
            Credentials = ChannelCredentials.Insecure,
            ServiceProvider = services,
            ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } },
        };
        using GrpcChannel channel = GrpcChannel.ForAddress(isStatic ? address : $"{address}:{first.Port}", options.UseTypedMetadata());
        await channel.ConnectAsync();
        Assert.Equal(ConnectivityState.Ready, channel.State);

        HashSet<string> nodes = [];
        for (int i = 0; i < 20; i++)
        {
            using RunningCall call = RunningCall.Start(CallKind.Unary, new Echo.EchoClient(Paths.CallsOf(channel)), new Caller("acme", new byte[] { 1 }));
            Begin begin = await call.Initial.ReadAsync<Begin>();
            await call.FinishAsync();
            Assert.Equal([1], call.Trailing.Read<End>().Digest);
            nodes.Add(begin.Node);
        }

        int[] expected = isStatic ? [first.Port, second.Port] : [first.Port];
        Assert.Equal(expected.Order(), nodes.Select(int.Parse).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client_of_the_factory_has_it_by_its_channel_or_by_its_handlers(bool byChannel)
    {
        await using EchoServer server = await EchoServer.StartAsync(EchoTypedAsync);
        ServiceCollection services = new();
        IHttpClientBuilder client = services.AddGrpcClient<Echo.EchoClient>(options => options.Address = new Uri(server.Url));
        if (byChannel)
        {
            client.ConfigureChannel(options => options.UseTypedMetadata());
        }
        else
        {
            client.AddHttpMessageHandler(() => new TypedMetadataHandler());
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        for (int i = 0; i < 2; i++)
        {
            using IServiceScope scope = provider.CreateScope();
            using RunningCall call = RunningCall.Start(CallKind.Unary, scope.ServiceProvider.GetRequiredService<Echo.EchoClient>(), new Caller("acme", new byte[] { 1 }));
            Assert.Equal([1, 2], (await call.Initial.ReadAsync<Begin>()).Stamp);
            await call.FinishAsync();
            Assert.Equal([1], call.Trailing.Read<End>().Digest);
        }
    }

    [Fact]
    public async Task Handler_that_is_not_the_networks_is_kept()
    {
        await using EchoServer server = await EchoServer.StartAsync(EchoTypedAsync);
        Counting counting = new() { InnerHandler = new SocketsHttpHandler() };
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = counting }.UseTypedMetadata());
        using RunningCall call = RunningCall.Start(CallKind.Duplex, new Echo.EchoClient(Paths.CallsOf(channel)), new Caller("acme", new byte[] { 1 }));
        await call.FinishAsync();
        Assert.Equal([1], call.Trailing.Read<End>().Digest);
        Assert.Equal(1, counting.Count);
    }

    private static async Task EchoTypedAsync(ServerCallContext context)
    {
        Caller caller = context.ReadRequestMetadata<Caller>();
        await context.WriteInitialMetadataAsync(new Begin($"{context.GetHttpContext().Connection.LocalPort}", [1, 2]));
        context.SetTrailingMetadata(new End(1) { Digest = caller.Token.ToArray() });
    }

    private sealed class Counting : DelegatingHandler
    {
        internal int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
