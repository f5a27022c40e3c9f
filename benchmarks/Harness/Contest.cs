using System.Diagnostics;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>
/// Runs several ways of doing the same work in turn, round after round, so that whatever else the machine does falls on all of them
/// alike. What counts is the median over the rounds of one's time divided by another's; bytes are counted exactly.
/// </summary>
internal sealed class Contest
{
    private const int CountedRuns = 1_000;
    private readonly Dictionary<string, Func<object?>> _ways = [];
    private readonly Dictionary<string, List<double>> _times = [];
    private readonly Dictionary<string, long> _bytes = [];

    internal Contest Add(string name, Func<object?> work)
    {
        _ways.Add(name, work);
        return this;
    }

    internal Contest Run(Pace pace)
    {
        int runs = Calibrate(pace.Slice);
        foreach (string name in _ways.Keys)
        {
            _times[name] = [];
        }

        for (int round = 0; round < pace.Rounds; round++)
        {
            foreach ((string name, Func<object?> work) in round % 2 == 0 ? _ways : _ways.Reverse())
            {
                _times[name].Add(Time(work, runs) / (double)runs);
            }
        }

        return this;
    }

    /// <summary>The median of one's time divided by another's, round by round.</summary>
    internal double Ratio(string name, string other) =>
        Median(_times[name].Zip(_times[other], (one, two) => one / two));

    /// <summary>The median time of one run in nanoseconds, for the shape of a curve only.</summary>
    internal double Time(string name) => Median(_times[name]) * 1e9 / Stopwatch.Frequency;

    /// <summary>Counts every way's bytes now, where they can be counted only here.</summary>
    internal Contest CountBytes()
    {
        foreach (string name in _ways.Keys)
        {
            _bytes[name] = Count(_ways[name]);
        }

        return this;
    }

    /// <summary>The bytes that one run allocates.</summary>
    internal long Bytes(string name) => _bytes.TryGetValue(name, out long counted) ? counted : _bytes[name] = Count(_ways[name]);

    private static long Count(Func<object?> work)
    {
        for (int i = 0; i < CountedRuns; i++)
        {
            GC.KeepAlive(work());
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < CountedRuns; i++)
        {
            GC.KeepAlive(work());
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / CountedRuns;
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    // Warm up until the code has its last tier, then find how many runs of the slowest fill a slice.
    private int Calibrate(TimeSpan slice)
    {
        long warm = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(warm) < slice * 75)
        {
            foreach (Func<object?> work in _ways.Values)
            {
                Time(work, 200);
            }
        }

        double slowest = _ways.Values.Max(work => Time(work, 1_000) / 1_000.0);
        return Math.Max(1, (int)(slice.TotalSeconds * Stopwatch.Frequency / slowest));
    }

    private static long Time(Func<object?> work, int runs)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            GC.KeepAlive(work());
        }

        return Stopwatch.GetTimestamp() - start;
    }
}
