using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata;

namespace Shop;

/// <summary>Runs one of the three services in this process.</summary>
internal static class ShopServer
{
    /// <summary>Runs until Ctrl+C or until the standard input ends, so that the service never outlives the process that started it.</summary>
    /// <param name="role">The service to run.</param>
    /// <param name="port">The port, or 0 for a free port.</param>
    /// <param name="next">The address of the service that this one calls, or null for stock.</param>
    /// <param name="page">The port of the metadata contract page, or null for no page.</param>
    internal static async Task RunAsync(Role role, int port, Uri? next, int? page)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddJsonConsole();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
            if (page is int browsers)
            {
                // Browsers use HTTP/2 only with TLS.
                kestrel.Listen(IPAddress.Loopback, browsers, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });
        builder.Services.AddSingleton(new ServerInfo(role, Environment.ProcessId));
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<CallLog>()).AddTypedMetadata();
        builder.Services.AddRequestMetadataAccessor();
        AddWhatItNeeds(role, builder.Services, next);

        await using WebApplication app = builder.Build();
        Map(role, app);
        if (page is not null)
        {
            app.MapTypedMetadata(configure: options =>
            {
                options.RecentCalls = 200;

                // The sample listens on the loopback address only. In production, call .RequireAuthorization() instead.
                options.AllowAnonymousInProduction();
            });
        }

        await app.StartAsync();
        app.Logger.Listening(app.Urls.First());
        await Task.WhenAny(app.WaitForShutdownAsync(), Console.OpenStandardInput().CopyToAsync(Stream.Null));
        await app.StopAsync();
    }

    // By default, the client factory redacts all headers that it logs at Trace. RedactLoggedHeaders([]) redacts none, and sensitive keys stay redacted.
    private static void AddWhatItNeeds(Role role, IServiceCollection services, Uri? next)
    {
        switch (role)
        {
            case Role.Gateway:
                services.AddGrpcClient<Orders.OrdersClient>(options => options.Address = next)
                    .PropagateRequestMetadata<CallerInfo>(options => options.IncludeSensitive = true)
                    .EnableCallContextPropagation()
                    .RedactLoggedHeaders([]);
                break;
            case Role.Orders:
                services.AddSingleton<OrderNumbers>().AddScoped<Cashier>();
                services.AddGrpcClient<Stock.StockClient>(options => options.Address = next)
                    .PropagateRequestMetadata<CallerInfo>()
                    .RedactLoggedHeaders([]);
                break;
            case Role.Stock:
                services.AddScoped<Warehouse>();
                break;
        }
    }

    private static GrpcServiceEndpointConventionBuilder Map(Role role, WebApplication app) => role switch
    {
        Role.Gateway => app.MapGrpcService<GatewayService>(),
        Role.Orders => app.MapGrpcService<OrdersService>(),
        _ => app.MapGrpcService<StockService>(),
    };
}
