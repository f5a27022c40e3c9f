using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Reliability.BadInput;

namespace TypedMetadata.Reliability.Faults;

/// <summary>Handlers that fail, or fight, over their trailers.</summary>
internal static class Handlers
{
    private const int Writes = 1_000;

    internal static IEnumerable<Fault> All() =>
    [
        new("handler throws, trailers set", ["Unknown"], turn => RunAsync(turn, context =>
        {
            context.SetTrailingMetadata(ClientView.Expected);
            throw new InvalidOperationException("broken");
        })),
        new("handler throws while it sets trailers", ["Internal"], turn => RunAsync(turn, context =>
        {
            context.SetTrailingMetadata(ClientView.Expected);
            context.SetTrailingMetadata(new Badge("line\nbreak", [1]));
        })),
        new("handler sets raw trailers that cannot be sent", ["OK"], turn => RunAsync(turn, context =>
        {
            context.SetTrailingMetadata(ClientView.Expected);
            context.ResponseTrailers.Add("raw", "line\nbreak");
            context.ResponseTrailers.Add("grpc-status", "7");
        })),
        new("RpcException with trailers that cannot be sent", ["Aborted"], turn => RunAsync(turn, context =>
        {
            context.SetTrailingMetadata(ClientView.Expected);
            throw new RpcException(new Status(StatusCode.Aborted, "no"), new Grpc.Core.Metadata { { "raw", "é" } });
        })),
        new($"two threads set trailers, {Writes} times each", ["OK"], turn => RaceAsync(turn, whileItStarts: false)),
        new("two threads set trailers while the answer starts", ["OK"], turn => RaceAsync(turn, whileItStarts: true)),
    ];

    private static void Repeat<T>(ServerCallContext context, T value)
        where T : ITrailingMetadata<T>
    {
        for (int i = 0; i < Writes; i++)
        {
            context.SetTrailingMetadata(value);
        }
    }

    private static async Task<Sighting> RunAsync(int turn, Action<ServerCallContext> act)
    {
        await using FaultScenario scene = await FaultScenario.StartAsync((_, context) =>
        {
            act(context);
            return Task.CompletedTask;
        });
        using RunningCall call = scene.Call(turn);
        return await scene.SightAsync(ClientView.OfAsync(call));
    }

    // What the client reads is of one of them, never half and half.
    private static async Task<Sighting> RaceAsync(int turn, bool whileItStarts)
    {
        await using FaultScenario scene = await FaultScenario.StartAsync(async (_, context) =>
        {
            Task two = Task.Run(() => Repeat(context, new Pair(2, 2)));
            Task three = Task.Run(() => Repeat(context, new Pair(3, 3)));
            if (whileItStarts)
            {
                await context.WriteInitialMetadataAsync(ClientView.Expected);
            }

            await Task.WhenAll(two, three);
        });
        using RunningCall call = scene.Call(turn);
        string view = await ClientView.OfAsync(call);
        Pair pair = call.Trailing.Read<Pair>();
        return await scene.SightAsync(Task.FromResult(pair.Left == pair.Right ? view : $"half and half: {pair}"));
    }
}

/// <summary>Two numbers that are always the same.</summary>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record Pair(int Left, int Right);
