using System.Diagnostics;
using System.Text;

namespace TypedMetadata.Fuzzing;

/// <summary>Feeds the files of a folder to a target, and looks for the slowest.</summary>
internal static class Replay
{
    private const int Turns = 5;
    private static readonly TimeSpan _longest = TimeSpan.FromMilliseconds(10);

    /// <summary>What SharpFuzz hands to the target, and Kestrel to us: UTF-8.</summary>
    internal static string Read(Stream content)
    {
        using StreamReader reader = new(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }

    /// <summary>Prints how many files there were and the slowest of them, and answers 1 if one takes too long.</summary>
    internal static int Run(Target target, string folder)
    {
        (string File, TimeSpan Time)[] times = [.. Directory.EnumerateFiles(folder).Select(file => (file, Time(target, ReadFile(file)))).OrderByDescending(timed => timed.Item2)];
        if (times.Length == 0)
        {
            Console.Error.WriteLine($"There is no input in {folder}.");
            return 1;
        }

        Console.WriteLine($"{target.Name}: {times.Length} inputs, the slowest {times[0].Time.TotalMilliseconds:0.00} ms ({Path.GetFileName(times[0].File)})");
        return times[0].Time > _longest ? 1 : 0;
    }

    private static string ReadFile(string file)
    {
        using FileStream content = File.OpenRead(file);
        return Read(content);
    }

    // The least of several turns: what else the machine does is not the input's fault.
    private static TimeSpan Time(Target target, string input)
    {
        TimeSpan least = TimeSpan.MaxValue;
        for (int turn = 0; turn < Turns; turn++)
        {
            long start = Stopwatch.GetTimestamp();
            target.Run(input);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            least = time < least ? time : least;
        }

        return least;
    }
}
