using TypedMetadata.Benchmarks.Code;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Generator;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>A keystroke in a file that has nothing to do with the project's thousand records.</summary>
internal sealed class GeneratorKeystroke : IRow
{
    private const int Records = 1_000;

    /// <inheritdoc/>
    public string Number => "7";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace) => Task.FromResult<IReadOnlyList<Figure>>(
    [
        .. Measure(pace, "records with an enum and a message of other files", SourceText.Mixed(Records), 1.40),
        .. Measure(pace, "records of the framework's types alone", SourceText.FrameworkOnly(Records), 1.15),
    ]);

    private IEnumerable<Figure> Measure(RunOptions pace, string what, string[] sources, double target)
    {
        Contest contest = new Contest()
            .Add("bare", new Project(sources, new BareGenerator()).Type)
            .Add("ours", new Project(sources, new MetadataGenerator()).Type)
            .Run(pace.Long);
        yield return new(Number, $"a keystroke beside {Records:#,0} {what}, to a bare generator's {contest.Nanoseconds("bare") / 1e6:0} ms", contest.Ratio("ours", "bare"), "x", target);
        yield return new(Number, "KB that it allocates (the bare one " + (contest.Bytes("bare") / 1024) + ")", contest.Bytes("ours") / 1024.0, "KB");
    }
}
