using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata;

namespace Greeter;

/// <summary>Starts a Kestrel server for HTTP/2 on the loopback address.</summary>
internal static class GreeterServer
{
    /// <summary>Starts the server.</summary>
    /// <param name="port">The port, or 0 for a free port.</param>
    /// <param name="tap">Captures the header fields of each call, or null to capture nothing.</param>
    internal static async Task<WebApplication> StartAsync(int port, WireTap? tap = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddGrpc().AddTypedMetadata();

        WebApplication app = builder.Build();
        if (tap is not null)
        {
            app.Use(tap.WatchServerAsync);
        }

        app.MapGrpcService<GreeterService>();
        await app.StartAsync();
        return app;
    }
}
