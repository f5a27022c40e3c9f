using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>A record on every call of a client that the factory made.</summary>
public sealed class ClientFactoryTests
{
    [Theory]
    [EveryCallKind]
    public async Task Every_kind_of_call_carries_it_and_what_was_given_stands(CallKind kind)
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using ServiceProvider services = Services(server, client => client.AddRequestMetadata(_ => new Caller("default", new byte[] { 1 }) { Attempt = 3 }));
        Metadata given = new() { { "tenant-id", "given" } };
        using RunningCall call = RunningCall.Start(kind, services.GetRequiredService<Echo.EchoClient>(), given);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(("given", "AQ", "3"), (server.Value("tenant-id"), server.Value("token-bin"), server.Value("attempt")));
        Assert.Single(given);
    }

    [Fact]
    public async Task AddRequestMetadata_asks_at_each_call_with_the_services_of_the_scope()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using ServiceProvider services = Services(server, client =>
        {
            client.Services.AddScoped<Tenant>();
            client.AddRequestMetadata(scope => scope.GetRequiredService<Tenant>() is { Name: string name } ? new Caller(name, new byte[] { 1 }) : null);
        });
        using IServiceScope one = services.CreateScope();
        using IServiceScope other = services.CreateScope();
        one.ServiceProvider.GetRequiredService<Tenant>().Name = "one";
        Echo.EchoClient client = one.ServiceProvider.GetRequiredService<Echo.EchoClient>();
        client.Unary(new EchoMessage());
        await client.UnaryAsync(new EchoMessage());
        await other.ServiceProvider.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage());
        one.ServiceProvider.GetRequiredService<Tenant>().Name = "changed";
        await client.UnaryAsync(new EchoMessage());

        Assert.Equal(["one", "one", null, "changed"], server.Requests.Select(request => request.GetValueOrDefault("tenant-id")?.Single()));
    }

    [Fact]
    public async Task Several_records_go_together_and_of_a_key_the_first_counts()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using ServiceProvider services = Services(server, client => client
            .AddRequestMetadata(_ => new Caller("first", new byte[] { 1 }))
            .AddRequestMetadata(_ => new Lists(["a", "b"], [[1], [2]]))
            .AddRequestMetadata(_ => new Caller("second", new byte[] { 2 }) { Attempt = 2 }));
        await services.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage());
        Assert.Equal(("first", "AQ", "2"), (server.Value("tenant-id"), server.Value("token-bin"), server.Value("attempt")));
        Assert.Equal(("a,b", "AQ,Ag"), (server.Value("tags"), server.Value("blocks-bin")));
    }

    [Fact]
    public async Task Channel_has_typed_metadata_whatever_is_configured_after()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using SocketsHttpHandler own = new();
        using ServiceProvider services = Services(server, client => client
            .AddRequestMetadata(_ => new Caller("acme", new byte[] { 1 }))
            .ConfigureChannel(options => options.HttpHandler = own)
            .ConfigureChannel(options => options.UseTypedMetadata(typed => typed.TrackPeer = true)));
        using AsyncUnaryCall<EchoMessage> call = services.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage());
        Assert.Equal(server.Url.Port, ((System.Net.IPEndPoint)(await call.GetPeerAsync()).EndPoint!).Port);
        await call;
        Assert.Equal("AQ", server.Value("token-bin"));
        Assert.False(own.AllowAutoRedirect);
    }

    [Fact]
    public async Task Value_that_cannot_be_written_throws_where_the_call_is_made()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using ServiceProvider services = Services(server, client => client.AddRequestMetadata(_ => new Caller("line\nbreak", new byte[] { 1 })));
        Echo.EchoClient client = services.GetRequiredService<Echo.EchoClient>();
        Assert.Equal("tenant-id", Assert.Single(Assert.Throws<MetadataException>(() => client.Duplex()).Errors).Key);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Client_that_is_not_gRPCs_is_rejected() =>
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddHttpClient("web").AddRequestMetadata(_ => new Caller("acme", default)));

    private static ServiceProvider Services(SeenHeaders server, Action<IHttpClientBuilder> configure)
    {
        ServiceCollection services = new();
        configure(services.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Url));
        return services.BuildServiceProvider(validateScopes: false);
    }

    private sealed class Tenant
    {
        internal string? Name { get; set; }
    }
}
