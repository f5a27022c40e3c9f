namespace TypedMetadata.Benchmarks.Harness;

/// <summary>A median between its quartiles. A figure that is counted and not measured has all three alike.</summary>
internal readonly record struct Spread(double Low, double Median, double High)
{
    public static implicit operator Spread(double exact) => new(exact, exact, exact);

    internal static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(Statistics.Quantile(sorted, 0.25), Statistics.Quantile(sorted, 0.5), Statistics.Quantile(sorted, 0.75));
    }
}
