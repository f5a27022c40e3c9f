using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Reliability.Faults;

/// <summary>A server with one victim and ten neighbours, on one connection.</summary>
internal sealed class FaultScenario : IAsyncDisposable
{
    private readonly NeighbourCalls _neighbours = new();
    private readonly TaskCompletionSource<string> _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EchoServer? _server;
    private GrpcChannel? _channel;

    internal int Port => _server!.Port;

    internal Echo.EchoClient Client => new(_channel);

    /// <summary>Whether the victim's handler was run.</summary>
    internal bool WasCalled { get; private set; }

    /// <summary>Ends when the victim's handler says so.</summary>
    internal Task Reached => _reached.Task;

    /// <summary>How the victim's handler ended.</summary>
    internal Task<string> Seen => WasCalled ? _seen.Task : Task.FromResult("not called");

    /// <summary>Starts the server and the neighbours.</summary>
    /// <param name="victim">What the victim's handler does.</param>
    /// <param name="afterMessages">What it does after its messages, if it streams.</param>
    /// <param name="through">The port of something between client and server, given the server's.</param>
    /// <param name="configure">Sets up gRPC.</param>
    internal static async Task<FaultScenario> StartAsync(
        Func<FaultScenario, ServerCallContext, Task> victim,
        Func<FaultScenario, ServerCallContext, Task>? afterMessages = null,
        Func<int, int>? through = null,
        Action<IGrpcServerBuilder>? configure = null,
        Action<KestrelServerOptions>? listen = null)
    {
        FaultScenario scene = new();
        scene._server = await EchoServer.StartAsync(
            context => NeighbourCalls.IsNeighbour(context) ? scene._neighbours.ServeAsync(context) : scene.WatchAsync(context, victim, ends: afterMessages is null),
            configure,
            afterMessages: context => NeighbourCalls.IsNeighbour(context) || afterMessages is null ? Task.CompletedTask : scene.WatchAsync(context, afterMessages, ends: true),
            listen: listen);
        scene._channel = GrpcChannel.ForAddress($"http://127.0.0.1:{through?.Invoke(scene.Port) ?? scene.Port}", new GrpcChannelOptions().UseTypedMetadata());
        await scene._neighbours.OpenAsync(scene.Client);
        return scene;
    }

    /// <summary>Says that the victim's handler is where the fault shall meet it, and waits there for the end of the call.</summary>
    internal async Task WaitForFaultAsync(ServerCallContext context)
    {
        _reached.TrySetResult();
        await Task.Delay(Timeout.Infinite, context.CancellationToken);
    }

    internal RunningCall Call(int turn, Grpc.Core.Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellation = default) =>
        RunningCall.Start((CallKind)(turn % 4), Client, headers, deadline: deadline, cancellation: cancellation);

    /// <summary>Ends the neighbours and says what was seen of the victim.</summary>
    internal async Task<Sighting> SightAsync(Task<string> client)
    {
        string view = await client;
        return new(view, await Seen, await _neighbours.CloseAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _channel!.Dispose();
        await _server!.DisposeAsync();
    }

    private async Task WatchAsync(ServerCallContext context, Func<FaultScenario, ServerCallContext, Task> actAsync, bool ends)
    {
        WasCalled = true;
        try
        {
            await actAsync(this, context);
            if (ends)
            {
                _seen.TrySetResult("returned");
            }
        }
        catch (Exception exception)
        {
            _seen.TrySetResult(exception is OperationCanceledException ? "cancelled" : exception.GetType().Name);
            throw;
        }
    }
}
