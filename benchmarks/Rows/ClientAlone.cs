using Grpc.Net.Client;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Pipeline;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>What a client takes for a call of row 5, without the network and the server.</summary>
internal sealed class ClientAlone : IRow
{
    /// <inheritdoc/>
    public string Number => "client alone";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        using CannedResponse network = new();
        using GrpcChannel typed = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = network }.UseTypedMetadata());
        using GrpcChannel raw = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = network });
        Way[] ways = [Way.TypedCalls(typed), Way.Direct(typed), Way.Records(typed), Way.ByHand(raw)];
        Contest contest = new();
        foreach (Way way in ways)
        {
            // Only the first call of a channel waits.
            await way.CallAsync();
            contest.Add(way.Name, Call(way));
        }

        contest.Run(pace);
        return
        [
            .. ways[..^1].Select(way => new Figure(Number, $"{way.Name}, to by hand", contest.Ratio(way.Name, "by hand"), "x")),
            .. ways.Select(way => new Figure(Number, $"bytes of {way.Name}", contest.Bytes(way.Name), "B")),
        ];
    }

    private static Func<object?> Call(Way way) => () =>
    {
        way.CallAsync().ThrowUnlessDone();
        return null;
    };
}
