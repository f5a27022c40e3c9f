using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>A server on loopback that measures inside a handler, where headers are Kestrel's own.</summary>
internal sealed class Laboratory : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;
    private readonly Bench _bench;

    private Laboratory(WebApplication app)
    {
        _app = app;
        _bench = app.Services.GetRequiredService<Bench>();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions().UseTypedMetadata());
    }

    internal static async Task<Laboratory> OpenAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<Bench>();
        builder.Services.AddGrpc().AddTypedMetadata();
        WebApplication app = builder.Build();
        app.MapGrpcService<Bench>();
        await app.StartAsync();
        return new Laboratory(app);
    }

    /// <summary>Calls with the headers, and answers what is measured in the handler.</summary>
    internal async Task<T> MeasureAsync<T>(Metadata headers, Func<ServerCallContext, T> measure)
    {
        T? measured = default;
        _bench.Work = context => measured = measure(context);
        await new Worker.WorkerClient(_channel).RunAsync(new WorkRequest(), headers);
        return measured!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class Bench : Worker.WorkerBase
    {
        internal Action<ServerCallContext> Work { get; set; } = _ => { };

        public override Task<WorkReply> Run(WorkRequest request, ServerCallContext context)
        {
            Work(context);
            return Task.FromResult(new WorkReply());
        }
    }
}
