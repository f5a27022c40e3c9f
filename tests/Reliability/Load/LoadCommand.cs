using System.Diagnostics;
using System.Globalization;
using TypedMetadata.Reliability.Running;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Load;

/// <summary>Many calls at once: typed ones, and beside them in the same run what one writes by hand.</summary>
internal sealed class LoadCommand : ICommand
{
    private const int Slices = 20;
    private const double Noise = 0.95;
    private const long Slack = 4 << 20;

    public string Name => "load";

    public string Promise => "of a million calls, a thousand in flight, none gets another's text, bytes, deadline or peer; memory stays flat; as many a second as by hand";

    public async Task<Findings> RunAsync(Order order, ProgressReport stages)
    {
        int count = order.CountOr(full: 1_000_000, quick: 50_000);
        Findings findings = new("what", "figure");
        await using Child typedServer = Child.Start("load-typed");
        await using Child plainServer = Child.Start("load-plain");
        using LoadGenerator typed = new(await typedServer.NextLineAsync(), typed: true, findings);
        using LoadGenerator plain = new(await plainServer.NextLineAsync(), typed: false, findings);
        List<double> ratios = [];
        List<double> rates = [];
        LoadSlices byRecord = new(typed, typedServer);
        LoadSlices byHand = new(plain, plainServer);
        Memory memory = new(typedServer);

        int slice = Math.Max(LoadGenerator.InFlight, count / Slices);
        await stages.RunAsync($"{count} calls, {LoadGenerator.InFlight} in flight", count, async advance =>
        {
            await typed.RunAsync(LoadGenerator.InFlight * 5);
            await plain.RunAsync(LoadGenerator.InFlight * 5);
            for (int done = 0; done < count; done += slice)
            {
                int most = Math.Min(slice, count - done);
                int beside = order.Quick ? most / 4 : most;
                bool first = done / slice % 2 == 0;
                double handRate = first ? await byHand.RunAsync(beside) : 0;
                double rate = await byRecord.RunAsync(most, advance);
                handRate = first ? handRate : await byHand.RunAsync(beside);
                rates.Add(rate);
                ratios.Add(rate / handRate);
                await memory.SampleAsync();
            }
        });

        long soaked = await SoakAsync(order, stages, typed, memory);
        findings.Row("typed calls", $"{count + soaked}");
        findings.Row("calls by hand beside them", $"{byHand.Calls}");
        findings.Row("calls that got something of another's, typed and by hand", $"{typed.MixUps}, {plain.MixUps}");
        findings.Row("calls that failed, typed and by hand", $"{typed.Failures}, {plain.Failures}");
        findings.Row("typed calls a second, median of the slices", $"{Median(rates):0}");
        findings.Row("typed calls a second by those by hand, median of the slices", $"{Median(ratios):0.00}");
        findings.Row("processor time a call at both ends, typed and by hand", $"{byRecord.Microseconds:0} µs, {byHand.Microseconds:0} µs");
        findings.Row("server's memory after collection, first and last quarter of the samples", memory.OfServer);
        findings.Row("client's memory after collection, first and last quarter of the samples", memory.OfClient);

        // How fast a run is and how much it needs depends on what else the machine does: in CI that is told, not judged.
        if (!order.Quick)
        {
            findings.Expect(Median(ratios) >= Noise, $"typed calls are slower than by hand: {Median(ratios):0.00}");
            findings.Expect(memory.IsFlat(Slack), $"memory grows: server {memory.OfServer}, client {memory.OfClient}");
        }

        return findings;
    }

    private static async Task<long> SoakAsync(Order order, ProgressReport stages, LoadGenerator typed, Memory memory)
    {
        long calls = 0;
        if (order.Minutes > 0)
        {
            TimeSpan length = TimeSpan.FromMinutes(order.Minutes);
            long start = Stopwatch.GetTimestamp();
            memory.Forget();
            await stages.RunAsync(string.Create(CultureInfo.InvariantCulture, $"soak of {order.Minutes} minutes"), length.TotalSeconds, async advance =>
            {
                for (TimeSpan before = default; before < length;)
                {
                    await typed.RunAsync(LoadGenerator.InFlight * 10);
                    calls += LoadGenerator.InFlight * 10;
                    await memory.SampleAsync();
                    TimeSpan now = Stopwatch.GetElapsedTime(start);
                    advance((now - before).TotalSeconds);
                    before = now;
                }
            });
        }

        return calls;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
