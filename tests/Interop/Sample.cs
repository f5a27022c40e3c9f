using System.Diagnostics;
using System.Reflection;

namespace TypedMetadata.Interop;

/// <summary>A sample, run as whoever tries it out runs it.</summary>
/// <param name="name">Its project's name.</param>
internal sealed class Sample(string name)
{
    private readonly string _program = typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == name).Value!;

    internal ProcessStartInfo Started(params string[] arguments) =>
        new("dotnet", ["exec", _program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };

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
