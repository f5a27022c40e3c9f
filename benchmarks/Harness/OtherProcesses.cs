using System.Globalization;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>
/// What part of the machine's processors other processes used while a row ran. Linux alone tells it, in <c>/proc</c>. A row's own child processes have ended when it
/// ends, and count as this process's own.
/// </summary>
internal sealed class OtherProcesses
{
    private const string Machine = "/proc/stat";
    private const string Self = "/proc/self/stat";
    private readonly Usage? _start = Now();

    /// <summary>The part since this was created, or null where the system does not tell.</summary>
    internal double? Share() => _start is Usage start && Now() is Usage end && end.All > start.All
        ? Math.Max(0, (end.Busy - start.Busy - (end.Own - start.Own)) / (double)(end.All - start.All))
        : null;

    private static Usage? Now()
    {
        if (!File.Exists(Machine) || !File.Exists(Self))
        {
            return null;
        }

        // cpu user nice system idle iowait irq softirq steal, and then what these contain already. What the hypervisor stole is another's use too.
        long[] machine = [.. File.ReadLines(Machine).First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(Ticks)];
        // The second field is a name that can contain blanks; utime is the 14th, followed by stime and, for children that were waited for, cutime and cstime.
        string self = File.ReadAllText(Self);
        long own = self[(self.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(4).Sum(Ticks);
        return new Usage(machine.Sum(), machine.Sum() - machine[3] - machine[4], own);
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    /// <summary>Processor time since the machine or the process started, in ticks of the same length.</summary>
    private readonly record struct Usage(long All, long Busy, long Own);
}
