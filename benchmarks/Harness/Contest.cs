namespace TypedMetadata.Benchmarks.Harness;

/// <summary>
/// Runs several ways of doing the same work in turn, round after round, so that whatever else the machine does falls on all of them
/// alike. What counts is the median over the rounds of one's time divided by another's; bytes are counted exactly.
/// </summary>
internal sealed class Contest
{
    private const int WarmUps = 12;
    private static readonly TimeSpan _longestCount = TimeSpan.FromSeconds(0.5);
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
        WarmUp(pace.Slice);
        double slowest = _ways.Values.Max(work => Time(work, RunsIn(pace.Slice, work)));
        int runs = Math.Max(1, (int)(pace.Slice.Ticks / slowest));
        foreach (string name in _ways.Keys)
        {
            _times[name] = [];
        }

        for (int round = 0; round < pace.Rounds; round++)
        {
            foreach ((string name, Func<object?> work) in round % 2 == 0 ? _ways : _ways.Reverse())
            {
                _times[name].Add(Time(work, runs));
            }
        }

        return this;
    }

    /// <summary>One's time divided by another's, round by round.</summary>
    internal Spread Ratio(string name, string other) => Over(time => time(name) / time(other));

    /// <summary>A figure made of the times of each round.</summary>
    internal Spread Over(Func<Func<string, double>, double> figure) =>
        Spread.Of(Enumerable.Range(0, _times.Values.First().Count).Select(round => figure(name => _times[name][round])));

    /// <summary>The median time of one run in nanoseconds, for the shape of a curve and for orders of magnitude.</summary>
    internal double Nanoseconds(string name) => Statistics.Median(_times[name]) * TimeSpan.NanosecondsPerTick;

    /// <summary>Counts every way's bytes now, where they can be counted only here.</summary>
    internal Contest CountBytes()
    {
        foreach (string name in _ways.Keys)
        {
            _ = Bytes(name);
        }

        return this;
    }

    /// <summary>The bytes that one run allocates.</summary>
    internal long Bytes(string name) => _bytes.TryGetValue(name, out long counted) ? counted : _bytes[name] = Count(_ways[name]);

    // Work that takes part in no round is not warm yet.
    private static long Count(Func<object?> work)
    {
        int runs = RunsIn(_longestCount, work);
        Time(work, runs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Time(work, runs);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / runs;
    }

    // Until the code has its last tier, whose compiler waits for a quiet moment.
    internal Contest WarmUp(TimeSpan? length = null)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            foreach (Func<object?> work in _ways.Values)
            {
                Time(work, RunsIn(length ?? TimeSpan.FromMilliseconds(5), work));
            }

            Thread.Sleep(150);
        }

        return this;
    }

    private static int RunsIn(TimeSpan time, Func<object?> work) => (int)Math.Clamp(time.Ticks / Math.Max(Time(work, 1), 0.01), 1, 2_000);

    // Processor time of one run in ticks, not time on the clock: what other processes take does not count.
    private static double Time(Func<object?> work, int runs)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < runs; i++)
        {
            GC.KeepAlive(work());
        }

        return (Environment.CpuUsage.TotalTime - start).Ticks / (double)runs;
    }
}
