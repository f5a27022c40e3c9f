using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Pipeline;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>What <c>AddTypedMetadata()</c> adds on the server to a call without any metadata.</summary>
internal sealed class SilentCall : IRow
{
    /// <inheritdoc/>
    public string Number => "silent";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        await using PipelineContest contest = await PipelineContest.OpenAsync();
        contest.Run(pace);
        return
        [
            new(Number, "a silent call in the server's pipeline, to by hand", contest.SilentTime, "x", 1.15),
            new(Number, "bytes of that more", contest.SilentBytes, "B", 0),
        ];
    }
}
