using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;

namespace TypedMetadata.Reliability.Faults;

/// <summary>Metadata that is too large, in every position, sent by us and sent to us.</summary>
internal static class Large
{
    private const int KiB = 1024;

    internal static IEnumerable<Fault> All() =>
    [
        new("client sends 8 to 30 KiB", ["OK"], turn => SendAsync(turn, Text([8, 16, 24, 30], turn))),
        new("client sends 33 KiB to 1 MiB", ["ResourceExhausted"], turn => SendAsync(turn, Text([33, 64, 256, 1024], turn))),
        new("client sends 10,000 headers", ["ResourceExhausted"], turn => SendAsync(turn, Many(10_000))),
        new("client sends 150 headers, Kestrel takes 100", ["Internal"], turn => SendAsync(turn, Many(150))),
        new("client sends 250 headers, Kestrel takes 100", ["Internal", "Unavailable"], turn => SendAsync(turn, Many(250))) { TransportDies = true },
        new("server writes initial metadata of 33 KiB to 1 MiB", ["Internal"], turn => WriteAsync(turn, context => context.WriteInitialMetadataAsync(Bulk(turn)))),
        new("server sets trailing metadata of 33 KiB to 1 MiB", ["Internal"], turn => WriteAsync(turn, context =>
        {
            context.SetTrailingMetadata(Bulk(turn));
            return Task.CompletedTask;
        })),
        new("server sets raw trailers of 33 KiB to 1 MiB", ["OK"], turn => WriteAsync(turn, context =>
        {
            context.SetTrailingMetadata(ClientView.Expected);
            context.ResponseTrailers.Add("bulk-bin", Bulk(turn).Value);
            return Task.CompletedTask;
        })),
        new("answer of another server: initial metadata of 8 to 60 KiB", ["OK"], turn => AnswerAsync(turn, initial: true, [8, 16, 32, 60])),
        new("answer of another server: trailing metadata of 8 to 60 KiB", ["OK"], turn => AnswerAsync(turn, initial: false, [8, 16, 32, 60])),
        new("answer of another server: initial metadata of 65 KiB to 1 MiB", ["Unavailable"], turn => AnswerAsync(turn, initial: true, [65, 128, 256, 1024])) { TransportDies = true },
        new("answer of another server: trailing metadata of 65 KiB to 1 MiB", ["Unavailable"], turn => AnswerAsync(turn, initial: false, [65, 128, 256, 1024])) { TransportDies = true },
        new("answer of another server: 10,000 headers", ["Unavailable"], turn => RawServerScenario.RunAsync(turn, (_, connection, stream) =>
            RawServerScenario.SendAsync(connection, stream, [.. RawServerScenario.Badge, .. Enumerable.Range(0, 10_000).Select(number => new RawField($"x-{number}", "v"))]))) { TransportDies = true },
    ];

    private static async Task<Sighting> SendAsync(int turn, Metadata headers)
    {
        await using FaultScenario scene = await FaultScenario.StartAsync(async (_, context) =>
        {
            await context.WriteInitialMetadataAsync(ClientView.Expected);
            context.SetTrailingMetadata(ClientView.Expected);
        });
        using RunningCall call = scene.Call(turn, headers);
        return await scene.SightAsync(ClientView.OfAsync(call));
    }

    private static async Task<Sighting> WriteAsync(int turn, Func<ServerCallContext, Task> writeAsync)
    {
        await using FaultScenario scene = await FaultScenario.StartAsync((_, context) => writeAsync(context));
        using RunningCall call = scene.Call(turn);
        return await scene.SightAsync(ClientView.OfAsync(call));
    }

    private static Task<Sighting> AnswerAsync(int turn, bool initial, int[] sizes)
    {
        RawField[] bulk = [.. RawServerScenario.Badge, new("bulk", new string('x', sizes[turn % sizes.Length] * KiB))];
        return RawServerScenario.RunAsync(turn, (_, connection, stream) => initial ? RawServerScenario.SendAsync(connection, stream, initial: bulk) : RawServerScenario.SendAsync(connection, stream, trailing: bulk));
    }

    private static Metadata Text(int[] sizes, int turn) => new() { { "bulk", new string('x', sizes[turn % sizes.Length] * KiB) } };

    private static Metadata Many(int count)
    {
        Metadata metadata = [];
        for (int number = 0; number < count; number++)
        {
            metadata.Add($"x-{number}", "v");
        }

        return metadata;
    }

    private static Bulk Bulk(int turn) => new(new byte[new[] { 33, 64, 256, 1024 }[turn % 4] * KiB]);
}

/// <summary>Bytes in bulk.</summary>
[GrpcMetadata(MetadataPositions.Initial | MetadataPositions.Trailing)]
public sealed partial record Bulk([MetadataKey("bulk-bin")] byte[] Value);
