using System.Collections.Immutable;
using Grpc.Core;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>How time grows with the number of headers around a record, and of values in it: a straight line has the ratio 1.</summary>
internal sealed class Growth : IRow
{
    private static readonly int[] _counts = [8, 16, 32, 64, 128, 256, 512];

    /// <inheritdoc/>
    public string Number => "10";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace) => Task.FromResult<IReadOnlyList<Figure>>(
    [
        .. Measure(pace, "read among other headers", count =>
        {
            Metadata metadata = Headers.Among(count);
            return () => metadata.Read<Reference>();
        }),
        .. Measure(pace, "read of a list", count =>
        {
            Metadata metadata = new ManyValues(Values(count)).ToMetadata();
            return () => metadata.Read<ManyValues>();
        }),
        .. Measure(pace, "write of a list", count =>
        {
            ManyValues values = new(Values(count));
            return values.ToMetadata;
        }),
    ]);

    private static ImmutableArray<string> Values(int count) => [.. Enumerable.Range(0, count).Select(i => $"value-{i:000}")];

    // The cost of one more between 256 and 512, to that between 64 and 256: what is the same for all falls out.
    private IEnumerable<Figure> Measure(RunOptions pace, string what, Func<int, Func<object?>> prepare)
    {
        Contest contest = new();
        foreach (int count in _counts)
        {
            contest.Add(count.ToString(System.Globalization.CultureInfo.InvariantCulture), prepare(count));
        }

        contest.Run(pace);
        double late = (contest.Nanoseconds("512") - contest.Nanoseconds("256")) / 256;
        double early = (contest.Nanoseconds("256") - contest.Nanoseconds("64")) / 192;
        string curve = string.Join(", ", _counts.Select(count => $"{count}: {contest.Nanoseconds(count.ToString(System.Globalization.CultureInfo.InvariantCulture)):0}"));
        yield return new(Number, $"{what}: one more beyond 256 to one more below (ns at {curve})", late / early, "x", 1.30);
    }
}
