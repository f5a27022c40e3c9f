using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>A server on loopback that measures inside a handler, where headers are Kestrel's own.</summary>
internal sealed class InHandlerServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;
    private readonly Bench _bench;

    private InHandlerServer(WebApplication app)
    {
        _app = app;
        _bench = app.Services.GetRequiredService<Bench>();
        _channel = GrpcChannel.ForAddress(Servers.AddressOf(app), new GrpcChannelOptions().UseTypedMetadata());
    }

    internal static async Task<InHandlerServer> OpenAsync() =>
        new(await Servers.StartAsync<Bench>(services => services.AddGrpc().AddTypedMetadata()));

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
