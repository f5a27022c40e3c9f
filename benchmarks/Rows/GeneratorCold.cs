using Microsoft.CodeAnalysis;
using TypedMetadata.Benchmarks.Code;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Generator;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>The first run of the generator in a project, and what it writes.</summary>
internal sealed class GeneratorCold : IRow
{
    private const int Few = 500;
    private const int Many = 5_000;

    /// <inheritdoc/>
    public string Number => "8";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        Contest contest = new Contest()
            .Add("few", Project.Cold(SourceText.Mixed(Few), new MetadataGenerator()))
            .Add("bare", Project.Cold(SourceText.Mixed(Few), new BareGenerator()))
            .Add("many", Project.Cold(SourceText.Mixed(Many), new MetadataGenerator()))
            .Run(pace.Long);
        SyntaxTree written = Project.Cold([SourceText.Reference], new MetadataGenerator())().GetRunResult().GeneratedTrees.Single();
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new(Number, $"cold, a record of {Few} (a bare generator {contest.Nanoseconds("bare") / Few / 1e3:0} µs)", contest.Nanoseconds("few") / Few / 1e3, "µs", 170),
            new(Number, $"KB that it allocates (the bare one {contest.Bytes("bare") / 1024 / Few})", contest.Bytes("few") / 1024.0 / Few, "KB", 60),
            new(Number, "lines for the reference record", written.GetText().Lines.Count, "lines", 140),
            new("10", $"generator: a record's time among {Many:#,0}, to among {Few}", contest.Over(time => time("many") / Many / (time("few") / Few)), "x", 1.20),
        ]);
    }
}
