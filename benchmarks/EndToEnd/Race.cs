using System.Diagnostics;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.EndToEnd;

/// <summary>Runs ways of calling in turn, a slice of time each, and keeps of each slice what it reached and what it took.</summary>
internal sealed class Race(int inFlight, params Way[] ways)
{
    private const int QuietPasses = 2;
    private const int MostPasses = 16;
    private const int FewMethods = 20;

    // Kept from slice to slice, so that no slice counts their bytes as its calls'.
    private readonly List<double>[] _latencies = [.. Enumerable.Range(0, inFlight).Select(_ => new List<double>(capacity: 65_536))];
    private readonly Dictionary<string, List<Slice>> _slices = ways.ToDictionary(way => way.Name, _ => new List<Slice>());

    internal async Task<Race> RunAsync(RunOptions pace)
    {
        await WarmUpAsync(pace.CallSlice);
        for (int round = 0; round < pace.CallRounds; round++)
        {
            foreach (Way way in round % 2 == 0 ? ways : ways.Reverse())
            {
                _slices[way.Name].Add(await RunAsync(way, pace.CallSlice));
            }
        }

        return this;
    }

    /// <summary>One way's figure divided by another's, round by round.</summary>
    internal Spread Ratio(string name, string other, Func<Slice, double> figure) =>
        Spread.Of(_slices[name].Zip(_slices[other], (one, two) => figure(one) / figure(two)));

    /// <summary>The median of a figure.</summary>
    internal double Median(string name, Func<Slice, double> figure) => Statistics.Median(_slices[name].Select(figure));

    // Until both processes' code has its last tier, as in a contest. Of the thousands of methods of a network there is always one more, so a few are none.
    private async Task WarmUpAsync(TimeSpan length)
    {
        for (int passes = 0, quiet = 0; quiet < QuietPasses && passes < MostPasses; passes++)
        {
            long compiled = await CompiledMethodsAsync();
            foreach (Way way in ways)
            {
                await RunAsync(way, length);
            }

            await Task.Delay(Contest.LongerThanTheJitWaits);
            quiet = await CompiledMethodsAsync() - compiled < FewMethods ? quiet + 1 : 0;
        }
    }

    // Typed and raw servers are one process.
    private async Task<long> CompiledMethodsAsync() =>
        ProcessUsage.Now().CompiledMethods + (await ways[0].Client.UsageAsync(new WorkRequest())).CompiledMethods;

    private async Task<Slice> RunAsync(Way way, TimeSpan length)
    {
        UsageReply before = await way.Client.UsageAsync(new WorkRequest());
        UsageReply own = ProcessUsage.Now();
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(_latencies.Select(latencies => Task.Run(() => CallAsync(way, start, length, latencies))));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        UsageReply ownAfter = ProcessUsage.Now();
        UsageReply after = await way.Client.UsageAsync(new WorkRequest());
        double[] all = [.. _latencies.SelectMany(one => one).Order()];
        return new Slice(
            all.Length / seconds,
            Statistics.Quantile(all, 0.99),
            (after.AllocatedBytes - before.AllocatedBytes) / (double)all.Length,
            (after.ProcessorTicks - before.ProcessorTicks) / (double)all.Length,
            (ownAfter.AllocatedBytes - own.AllocatedBytes) / (double)all.Length,
            (ownAfter.ProcessorTicks - own.ProcessorTicks) / (double)all.Length);
    }

    private static async Task CallAsync(Way way, long start, TimeSpan length, List<double> latencies)
    {
        latencies.Clear();
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            long began = Stopwatch.GetTimestamp();
            await way.CallAsync();
            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
    }

    /// <summary>What one slice reached and took.</summary>
    /// <param name="CallsPerSecond">Calls a second.</param>
    /// <param name="P99">The latency in microseconds that 99 of 100 calls stay below.</param>
    /// <param name="ServerBytes">What the server allocated for a call.</param>
    /// <param name="ServerTicks">The server's processor time for a call.</param>
    /// <param name="ClientBytes">What the client allocated for a call.</param>
    /// <param name="ClientTicks">The client's processor time for a call.</param>
    internal sealed record Slice(double CallsPerSecond, double P99, double ServerBytes, double ServerTicks, double ClientBytes, double ClientTicks);
}
