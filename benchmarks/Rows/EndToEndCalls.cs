using Grpc.Net.Client;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Harness;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>Calls between two processes with the reference record in each of the three positions.</summary>
internal sealed class EndToEndCalls : IRow
{
    /// <inheritdoc/>
    public string Number => "5";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        using GrpcChannel typed = GrpcChannel.ForAddress(server.TypedAddress, new GrpcChannelOptions().UseTypedMetadata());
        using GrpcChannel raw = GrpcChannel.ForAddress(server.RawAddress);
        List<Figure> figures = [];
        foreach (int inFlight in new[] { 1, 32 })
        {
            Race race = await new Race(inFlight, Way.Typed(typed), Way.ByHand(raw), Way.Unconverted(raw)).RunAsync(pace);
            figures.Add(new(Number, $"calls a second, {inFlight} in flight, to hand-written", race.Ratio("typed", "by hand", slice => slice.CallsPerSecond), "x", 1.10, AtLeast: true));
            figures.Add(new(Number, $"the same of nobody converting at all, {inFlight} in flight", race.Ratio("unconverted", "by hand", slice => slice.CallsPerSecond), "x"));
            figures.Add(new(Number, $"p99, {inFlight} in flight, to hand-written", race.Ratio("typed", "by hand", slice => slice.P99), "x", 1.00));
            figures.Add(new(Number, $"the server's bytes a call, {inFlight} in flight, to hand-written's {race.Median("by hand", slice => slice.ServerBytes):0}", race.Ratio("typed", "by hand", slice => slice.ServerBytes), "x", 0.55));
        }

        return figures;
    }
}
