using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using TypedMetadata.Benchmarks.Harness;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>The first record that a fresh process writes and reads.</summary>
internal sealed class FirstCalls : IRow
{
    private static readonly string _jit = typeof(FirstCalls).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "FirstCall").Value!;

    /// <inheritdoc/>
    public string Number => "9";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        Dictionary<string, List<double>> times = await RaceAsync(pace, "dotnet", ["exec", _jit]);
        List<Figure> figures = [new(Number, "first write and read of a fresh process under the JIT, to hand-written", Ratio(times, times), "x", 1.00)];

        // dotnet publish -c Release -p:PublishAot=true -o artifacts/first-call benchmarks/FirstCall
        string native = Path.GetFullPath(Path.Combine("artifacts", "first-call", "FirstCall"));
        if (File.Exists(native))
        {
            Dictionary<string, List<double>> nativeTimes = await RaceAsync(pace, native, []);
            figures.Add(new(Number, "the same under NativeAOT, to hand-written under NativeAOT", Ratio(nativeTimes, nativeTimes), "x"));
            figures.Add(new(Number, "the same under NativeAOT, to hand-written under the JIT", Ratio(nativeTimes, times), "x", 0.10));
        }

        return figures;
    }

    private static Spread Ratio(Dictionary<string, List<double>> typed, Dictionary<string, List<double>> byHand) =>
        Spread.Of(typed["typed"].Zip(byHand["by-hand"], (one, two) => one / two));

    private static async Task<Dictionary<string, List<double>>> RaceAsync(RunOptions pace, string program, string[] arguments)
    {
        Dictionary<string, List<double>> times = new() { ["typed"] = [], ["by-hand"] = [] };
        for (int i = 0; i < pace.Processes; i++)
        {
            foreach (string way in i % 2 == 0 ? times.Keys : times.Keys.Reverse())
            {
                times[way].Add(await RunAsync(program, [.. arguments, way]));
            }
        }

        return times;
    }

    private static async Task<double> RunAsync(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string microseconds = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(microseconds, CultureInfo.InvariantCulture);
    }
}
