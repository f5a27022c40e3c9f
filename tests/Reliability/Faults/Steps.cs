using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Reliability.BadInput;

namespace TypedMetadata.Reliability.Faults;

/// <summary>The deadline passes, or the client cancels, at every step of a call.</summary>
internal static class Steps
{
    private static readonly string[] _names = ["before the call", "before initial metadata", "after initial metadata", "after a message", "with trailers set"];

    internal static IEnumerable<Fault> All() => _names.SelectMany((name, step) => new[]
    {
        new Fault($"deadline {name}", ["DeadlineExceeded"], turn => DeadlineAsync(step, turn)),
        new Fault($"cancel {name}", ["Cancelled"], turn => CancelAsync(step, turn)),
    });

    private static async Task<Sighting> DeadlineAsync(int step, int turn)
    {
        await using FaultScenario scene = await StartAsync(step);
        using RunningCall call = scene.Call(KindOf(step, turn), deadline: step == 0 ? DateTime.UtcNow.AddSeconds(-1) : DateTime.UtcNow.AddMilliseconds(150));
        return await scene.SightAsync(ClientView.OfAsync(call));
    }

    private static async Task<Sighting> CancelAsync(int step, int turn)
    {
        await using FaultScenario scene = await StartAsync(step);
        using CancellationTokenSource cancellation = new();
        if (step == 0)
        {
            await cancellation.CancelAsync();
        }

        using RunningCall call = scene.Call(KindOf(step, turn), cancellation: cancellation.Token);
        Task<string> view = ClientView.OfAsync(call);
        if (step != 0)
        {
            await scene.Reached;
            if (step >= 2)
            {
                await call.Initial.ReadAsync<Badge>();
            }

            await cancellation.CancelAsync();
        }

        return await scene.SightAsync(view);
    }

    // Only calls that answer a stream are still running after a message.
    private static int KindOf(int step, int turn) => step == 3 ? (int)CallKind.ServerStreaming + (turn % 2) : turn;

    private static Task<FaultScenario> StartAsync(int step) => FaultScenario.StartAsync(
        async (scene, context) =>
        {
            if (step >= 2)
            {
                await context.WriteInitialMetadataAsync(ClientView.Expected);
            }

            if (step >= 4)
            {
                context.SetTrailingMetadata(ClientView.Expected);
            }

            if (step != 3)
            {
                await scene.WaitForFaultAsync(context);
            }
        },
        step == 3 ? (scene, context) => scene.WaitForFaultAsync(context) : null);
}
