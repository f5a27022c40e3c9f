using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>Writing the reference record to a new <c>Metadata</c>.</summary>
internal sealed class WriteToMetadata : IRow
{
    /// <inheritdoc/>
    public string Number => "4";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace)
    {
        Contest contest = new Contest()
            .Add("naive", () => Naive.Write(Reference.Sample))
            .Add("typed", () => Reference.Sample.ToMetadata())
            .Run(pace);
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new(Number, "write to Metadata, to hand-written", contest.Ratio("typed", "naive"), "x", 1.00),
            new(Number, $"bytes of a write (hand-written {contest.Bytes("naive")})", contest.Bytes("typed"), "B"),
        ]);
    }
}
