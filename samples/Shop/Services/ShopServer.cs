using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata;

namespace Shop;

/// <summary>One of the three services, in this process.</summary>
internal static class ShopServer
{
    /// <summary>Serves until Ctrl+C, or until the standard input ends: with it ends whoever started this process, however that came about.</summary>
    /// <param name="role">Which service.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="next">Where the service is that this one calls; stock calls none.</param>
    /// <param name="page">The port on which a browser finds the service's metadata contract, or null for none.</param>
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

                // The sample listens on the loopback address alone. A service in production says .RequireAuthorization() instead.
                options.AllowAnonymousInProduction();
            });
        }

        await app.StartAsync();
        app.Logger.Listening(app.Urls.First());
        await Task.WhenAny(app.WaitForShutdownAsync(), Console.OpenStandardInput().CopyToAsync(Stream.Null));
        await app.StopAsync();
    }

    // The factory logs headers at Trace, and hides the values of all of them unless told which: here of none but the sensitive ones, which stay hidden.
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
