using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Load;

/// <summary>Runs slices of a crowd's calls, one crowd at a time, and adds up what they cost client and server.</summary>
internal sealed class LoadSlices(LoadGenerator crowd, Child server)
{
    private TimeSpan _busy;

    internal int Calls { get; private set; }

    /// <summary>Processor time a call at both ends: unlike a rate it hardly depends on what else the machine does.</summary>
    internal double Microseconds => _busy.TotalMicroseconds / Calls;

    internal async Task<double> RunAsync(int count, Action<double>? advance = null)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime + server.ProcessorTime;
        double rate = await crowd.RunAsync(count, advance);
        _busy += Environment.CpuUsage.TotalTime + server.ProcessorTime - before;
        Calls += count;
        return rate;
    }
}
