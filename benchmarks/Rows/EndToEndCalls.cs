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
    public async Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        using GrpcChannel typed = GrpcChannel.ForAddress(server.TypedAddress, new GrpcChannelOptions().UseTypedMetadata());
        using GrpcChannel raw = GrpcChannel.ForAddress(server.RawAddress);
        using GrpcChannel calls = GrpcChannel.ForAddress(server.TypedCallsAddress, new GrpcChannelOptions().UseTypedMetadata());
        List<Figure> figures = [];
        foreach ((int inFlight, Targets targets) in new[] { (1, new Targets(1.00, 1.00, 0.45)), (32, new Targets(1.10, 0.95, 0.46)) })
        {
            Race race = await new Race(inFlight, Way.TypedCalls(calls), Way.Direct(typed), Way.Records(typed), Way.ByHand(raw), Way.Unconverted(raw)).RunAsync(pace);
            figures.AddRange(Figures(race, $"{inFlight} in flight", targets));
        }

        return figures;
    }

    private IEnumerable<Figure> Figures(Race race, string inFlight, Targets targets)
    {
        Spread ToByHand(string name, Func<Race.Slice, double> figure) => race.Ratio(name, "by hand", figure);
        yield return new(Number, $"typed calls a second, {inFlight}, to by hand", ToByHand("typed calls", slice => slice.CallsPerSecond), "x", targets.CallsPerSecond, AtLeast: true);
        yield return new(Number, $"direct calls a second, {inFlight}, to by hand", ToByHand("direct", slice => slice.CallsPerSecond), "x", targets.CallsPerSecond, AtLeast: true);
        yield return new(Number, $"records over an ordinary channel, {inFlight}, to by hand", ToByHand("records", slice => slice.CallsPerSecond), "x");
        yield return new(Number, $"nobody converts at all, {inFlight}, to by hand", ToByHand("unconverted", slice => slice.CallsPerSecond), "x");
        yield return new(Number, $"p99 of direct calls, {inFlight}, to by hand", ToByHand("direct", slice => slice.P99), "x", targets.P99);
        yield return new(Number, $"p99 of typed calls, {inFlight}, to by hand", ToByHand("typed calls", slice => slice.P99), "x", targets.P99);
        yield return new(Number, $"the client's bytes a typed call, {inFlight}, to by hand", ToByHand("typed calls", slice => slice.ClientBytes), "x", 0.80);
        yield return new(Number, $"the server's bytes a typed call, {inFlight}, to by hand", ToByHand("typed calls", slice => slice.ServerBytes), "x", targets.ServerBytes);
        yield return new(Number, $"the client's bytes a direct call, {inFlight}, to by hand's {race.Median("by hand", slice => slice.ClientBytes):0}", ToByHand("direct", slice => slice.ClientBytes), "x", 0.80);
        yield return new(Number, $"the server's bytes a direct call, {inFlight}, to by hand's {race.Median("by hand", slice => slice.ServerBytes):0}", ToByHand("direct", slice => slice.ServerBytes), "x", targets.ServerBytes);
        yield return new(Number, $"the client's processor time a direct call, {inFlight}, to by hand", ToByHand("direct", slice => slice.ClientTicks), "x");
        yield return new(Number, $"the server's processor time a direct call, {inFlight}, to by hand", ToByHand("direct", slice => slice.ServerTicks), "x");
    }

    private sealed record Targets(double CallsPerSecond, double P99, double ServerBytes);
}
