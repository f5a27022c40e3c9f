using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TypedMetadata.Benchmarks.EndToEnd;

/// <summary>The servers of the end-to-end rows, in one process: one with typed metadata, one without, one with typed calls.</summary>
internal static class Servers
{
    /// <summary>Runs until standard input ends.</summary>
    internal static async Task RunAsync()
    {
        await using WebApplication typed = await StartAsync<TypedWorker>(services => services.AddGrpc().AddTypedMetadata());
        await using WebApplication raw = await StartAsync<RawWorker>(services => services.AddGrpc());
        await using WebApplication calls = await StartAsync<TypedCallsWorker>(services => services.AddGrpc().AddTypedMetadata());
        Console.WriteLine($"{AddressOf(typed)} {AddressOf(raw)} {AddressOf(calls)}");
        await Console.In.ReadToEndAsync();
    }

    internal static async Task<WebApplication> StartAsync<TService>(Action<IServiceCollection> addGrpc)
        where TService : class
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<TService>();
        addGrpc(builder.Services);
        WebApplication app = builder.Build();
        app.MapGrpcService<TService>();
        await app.StartAsync();
        return app;
    }

    internal static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
}
