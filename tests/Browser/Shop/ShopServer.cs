using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace TypedMetadata.Browser.Shop;

/// <summary>A server with a port of HTTP/1.1 for browsers, a port of HTTP/2 for calls, and a fake clock.</summary>
internal sealed class ShopServer : IAsyncDisposable
{
    /// <summary>The paths of all pages: the contract, the recent calls, a call that succeeded and a call that was rejected.</summary>
    internal static readonly string[] Paths = ["/typed-metadata/", "/typed-metadata/calls/", "/typed-metadata/calls/1", "/typed-metadata/calls/2"];

    private static readonly Guid _id = new("0b1f7c3e-52a4-4a6b-9d0c-3f8e6a1b2c4d");

    private readonly WebApplication _app;

    private ShopServer(WebApplication app) => _app = app;

    /// <summary>The address for browsers.</summary>
    internal string Url => _app.Urls.First();

    internal static Task<ShopServer> StartAsync() => StartAsync(app =>
    {
        app.MapGrpcService<OrdersService>();
        app.MapGrpcService<CatalogService>();
        app.MapGrpcService<HealthService>();
    });

    /// <summary>Starts a server with services of the test's own and the page.</summary>
    internal static async Task<ShopServer> StartAsync(Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(3.2) });
        builder.Services.AddGrpc().AddTypedMetadata();
        WebApplication app = builder.Build();
        map(app);
        app.MapTypedMetadata(configure: options => options.RecentCalls = 20);
        await app.StartAsync();
        return new ShopServer(app);
    }

    /// <summary>Makes a call that succeeds, a call that is rejected, and a call to each other service.</summary>
    internal async Task CallAsync()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(_app.Urls.Last(), new GrpcChannelOptions().UseTypedMetadata());
        Orders.OrdersClient orders = new(channel);
        Metadata metadata = new Caller("acme", _id, "the-token") { Languages = ["de", "en"], Experiments = new Dictionary<string, string> { ["checkout"] = "new" } };
        metadata.Add("idempotency-key", _id.ToString());
        metadata.Add("x-undeclared", "value");
        await orders.PlaceAsync(new Message(), metadata);
        await Assert.ThrowsAsync<RpcException>(async () => await orders.PlaceAsync(new Message(), new Metadata { { "request-id", "12" }, { "x-languages", "de,en,fr,it" } }));
        await new Catalog.CatalogClient(channel).SearchAsync(new Message(), new Caller("acme", _id));
        await new Health.HealthClient(channel).CheckAsync(new Message());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
