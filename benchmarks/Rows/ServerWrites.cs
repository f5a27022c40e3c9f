using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Pipeline;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>A server that writes the reference record as initial and as trailing metadata: what that adds to a silent call of the same server.</summary>
internal sealed class ServerWrites : IRow
{
    /// <inheritdoc/>
    public string Number => "3";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        await using PipelineContest contest = await PipelineContest.OpenAsync();
        contest.Run(pace);
        return
        [
            new(Number, "write initial and trailing metadata on the server, to by hand", contest.WriteTime, "x", 0.70),
            new(Number, $"bytes of that, to by hand's {contest.WriteBytesByHand:#,0}", (double)contest.WriteBytes / contest.WriteBytesByHand, "x", 0.28),
        ];
    }
}
