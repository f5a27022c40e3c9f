using System.Diagnostics;
using System.Runtime;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>
/// Runs several ways of doing the same work in turn, round after round, so that whatever else the machine does falls on all of them
/// alike. What counts is the median over the rounds of one's time divided by another's; bytes are counted exactly.
/// </summary>
internal sealed class Contest
{
    internal static readonly TimeSpan LongerThanTheJitWaits = TimeSpan.FromMilliseconds(150);

    private const int QuietPasses = 4;
    private const int FewestPasses = 12;
    private const int MostRuns = 2_048;
    private static readonly TimeSpan _longestWarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _longestCount = TimeSpan.FromSeconds(0.5);
    private readonly Dictionary<string, Func<object?>> _ways = [];
    private readonly Dictionary<string, List<double>> _times = [];
    private readonly Dictionary<string, long> _bytes = [];

    internal Contest Add(string name, Func<object?> work)
    {
        _ways.Add(name, work);
        return this;
    }

    internal Contest Run(RunOptions pace)
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

    // Until the code has its last tier: until the JIT has compiled nothing for some passes. No fixed number of passes is enough, because it compiles in the background
    // and a busy machine lets it wait; times that stay the same would only suggest what its own count shows. Switching tiers off would measure code that has no
    // profile, which is not the code that users run.
    internal Contest WarmUp(TimeSpan? length = null)
    {
        long start = Stopwatch.GetTimestamp();
        int quiet = 0;
        for (int passes = 0; quiet < QuietPasses && (passes < FewestPasses || Stopwatch.GetElapsedTime(start) < _longestWarmUp); passes++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            foreach (Func<object?> work in _ways.Values)
            {
                Time(work, RunsIn(length ?? TimeSpan.FromMilliseconds(5), work));
            }

            Thread.Sleep(LongerThanTheJitWaits);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }

        return this;
    }

    // A single run is no measure of the others: its caches are cold, and reading the clock takes longer.
    private static int RunsIn(TimeSpan time, Func<object?> work)
    {
        int runs = 1;
        while (runs < MostRuns && Time(work, runs) * runs < time.Ticks / 2)
        {
            runs *= 2;
        }

        return runs;
    }

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
