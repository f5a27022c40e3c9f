using System.Diagnostics;
using System.Reflection;

namespace TypedMetadata.Interop;

/// <summary>A sample, run as whoever tries it out runs it.</summary>
/// <param name="fileName">What is run.</param>
/// <param name="first">What it is given before the sample's own arguments.</param>
internal sealed class Sample(string fileName, params string[] first)
{
    /// <summary>The sample as <c>dotnet run</c> runs it.</summary>
    /// <param name="name">Its project's name.</param>
    internal static Sample Built(string name) => new("dotnet", "exec", typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == name).Value!);

    internal ProcessStartInfo Started(params string[] arguments) =>
        new(fileName, [.. first, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };

    internal Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAsync(Started(arguments));

    internal static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
