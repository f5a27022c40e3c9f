using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Reliability.BadInput;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Faults;

/// <summary>A line that is slow, that tears what it carries, and that breaks.</summary>
internal static class BadLine
{
    private static readonly string[] _broken = ["Unavailable", "Internal"];

    internal static IEnumerable<Fault> All() =>
    [
        new("a line in pieces of 1 to 7 bytes", ["OK"], turn => ThroughAsync(turn, new Weather(Piece: 1 + (turn % 7)))),
        new("a line with 2 ms of delay for each piece of 100 bytes", ["OK"], turn => ThroughAsync(turn, new Weather(100, TimeSpan.FromMilliseconds(2)))),
        new("connection cut before initial metadata", _broken, turn => CutAsync(turn, afterInitial: false)) { TransportDies = true },
        new("connection cut after initial metadata", _broken, turn => CutAsync(turn, afterInitial: true)) { TransportDies = true },
        new("connection cut at any byte of the answer", [.. _broken, "OK"], CutAtByteAsync) { TransportDies = true },
    ];

    private static async Task<Sighting> ThroughAsync(int turn, Weather weather)
    {
        TcpProxy? proxy = null;
        await using FaultScenario scene = await FaultScenario.StartAsync((_, context) => SendBothAsync(context), through: port => (proxy = new TcpProxy(port, weather)).Port);
        await using TcpProxy line = proxy!;
        using RunningCall call = scene.Call(turn);
        return await scene.SightAsync(ClientView.OfAsync(call));
    }

    private static async Task<Sighting> CutAsync(int turn, bool afterInitial)
    {
        TcpProxy? proxy = null;
        await using FaultScenario scene = await FaultScenario.StartAsync(
            async (scene, context) =>
            {
                if (afterInitial)
                {
                    await context.WriteInitialMetadataAsync(ClientView.Expected);
                }

                await scene.WaitForFaultAsync(context);
            },
            through: port => (proxy = new TcpProxy(port, new Weather())).Port);
        await using TcpProxy line = proxy!;
        using RunningCall call = scene.Call(turn);
        Task<string> view = ClientView.OfAsync(call);
        await scene.Reached;
        if (afterInitial)
        {
            await call.Initial.ReadAsync<Badge>();
        }

        line.Cut();
        return await scene.SightAsync(view);
    }

    private static async Task<Sighting> CutAtByteAsync(int turn)
    {
        TcpProxy? proxy = null;
        await using FaultScenario scene = await FaultScenario.StartAsync((_, context) => SendBothAsync(context), through: port => (proxy = new TcpProxy(port, new Weather())).Port);
        await using TcpProxy line = proxy!;
        line.Weather = new Weather { CutAfter = line.Passed + (turn * 13) };
        using RunningCall call = scene.Call(turn);
        string view = await ClientView.OfAsync(call);
        line.Cut();
        Sighting seen = await scene.SightAsync(Task.FromResult(view));
        return seen with { Server = seen.Server == "returned" ? seen.Server : "cancelled or not called" };
    }

    private static async Task SendBothAsync(ServerCallContext context)
    {
        await context.WriteInitialMetadataAsync(ClientView.Expected);
        context.SetTrailingMetadata(ClientView.Expected);
    }
}
