using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.BadInput;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Faults;

/// <summary>A process that is killed in the middle of a call.</summary>
internal static class KilledProcess
{
    internal static IEnumerable<Fault> All() =>
    [
        new("server process killed in mid-stream", ["Unavailable", "Internal"], ServerAsync) { TransportDies = true },
        new("client process killed in mid-stream", ["killed"], ClientAsync),
    ];

    /// <summary>A server whose calls send initial metadata and then wait for ever.</summary>
    internal static async Task<int> BeServerAsync()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteInitialMetadataAsync(ClientView.Expected);
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        });
        Console.WriteLine(server.Url);
        await Child.WaitForParentAsync();
        return 0;
    }

    /// <summary>A client that has one call open, and says so when it has its initial metadata.</summary>
    internal static async Task<int> BeClientAsync(string address)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions().UseTypedMetadata());
        using RunningCall call = RunningCall.Start(CallKind.Duplex, new Echo.EchoClient(channel));
        await call.Initial.ReadAsync<Badge>();
        Console.WriteLine("open");
        await Child.WaitForParentAsync();
        return 0;
    }

    private static async Task<Sighting> ServerAsync(int turn)
    {
        await using Child server = Child.Start("faults-server");
        using GrpcChannel channel = GrpcChannel.ForAddress(await server.NextLineAsync(), new GrpcChannelOptions().UseTypedMetadata());
        RunningCall[] calls = [.. Enumerable.Range(turn, 1 + NeighbourCalls.Size).Select(index => RunningCall.Start((CallKind)(index % 4), new Echo.EchoClient(channel)))];
        Task<string>[] views = [.. calls.Select(ClientView.OfAsync)];
        foreach (RunningCall call in calls)
        {
            await call.Initial.ReadAsync<Badge>();
        }

        await server.KillAsync();
        string[] seen = await Task.WhenAll(views);
        return new(seen[0], "killed", seen.Skip(1).Count(view => ClientView.EndOf(view) != "OK"));
    }

    // Its neighbours are those of another client.
    private static async Task<Sighting> ClientAsync(int turn)
    {
        await using FaultScenario scene = await FaultScenario.StartAsync(async (scene, context) =>
        {
            await context.WriteInitialMetadataAsync(ClientView.Expected);
            context.SetTrailingMetadata(ClientView.Expected);
            try
            {
                await scene.WaitForFaultAsync(context);
            }
            finally
            {
                context.SetTrailingMetadata(ClientView.Expected); // Nobody is there to read it, and that is no error.
            }
        });
        await using Child client = Child.Start("faults-client", $"http://127.0.0.1:{scene.Port}");
        await client.NextLineAsync();
        await client.KillAsync();
        return await scene.SightAsync(Task.FromResult("killed"));
    }
}
