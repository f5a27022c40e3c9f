using Grpc.Net.Client;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Harness;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>
/// A server that writes the reference record as initial and as trailing metadata: what that adds to a call of the same server without metadata, and what
/// our being there adds to every call.
/// </summary>
internal sealed class ServerAnswers : IRow
{
    /// <inheritdoc/>
    public string Number => "3";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        using GrpcChannel typed = GrpcChannel.ForAddress(server.TypedAddress);
        using GrpcChannel raw = GrpcChannel.ForAddress(server.RawAddress);

        // What is measured is the small difference of large figures, which takes more of them.
        Race race = await new Race(8, Way.Answered("typed", typed), Way.Answered("by hand", raw), Way.Silent("typed, silent", typed), Way.Silent("silent", raw))
            .RunAsync(pace with { CallRounds = pace.CallRounds * 3 });
        return
        [
            new(Number, "a server's answer: processor time to hand-written", Ratio(race, slice => slice.ServerTicks), "x", 0.75),
            new(Number, $"bytes of that, to hand-written's {Added(race, "by hand", "silent", slice => slice.ServerBytes):0}", Ratio(race, slice => slice.ServerBytes), "x", 0.35),
            new(Number, "the server's processor time a call that AddTypedMetadata() adds, to a call without", race.Ratio("typed, silent", "silent", slice => slice.ServerTicks), "x"),
            new(Number, "the server's bytes a call that AddTypedMetadata() adds where no typed method is used", race.Median("typed, silent", slice => slice.ServerBytes) - race.Median("silent", slice => slice.ServerBytes), "B"),
        ];
    }

    private static double Ratio(Race race, Func<Race.Slice, double> figure) => Added(race, "typed", "typed, silent", figure) / Added(race, "by hand", "silent", figure);

    private static double Added(Race race, string name, string silent, Func<Race.Slice, double> figure) => race.Median(name, figure) - race.Median(silent, figure);
}
