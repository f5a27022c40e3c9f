using System.Diagnostics;
using System.Reflection;

namespace TypedMetadata.Interop;

/// <summary>The sample that the README starts with, as a program.</summary>
/// <param name="fileName">What is run.</param>
/// <param name="first">What it is given before the sample's own arguments.</param>
internal sealed class GreeterProgram(string fileName, params string[] first)
{
    /// <summary>The sample as <c>dotnet run</c> runs it.</summary>
    internal static GreeterProgram JustInTime { get; } = new("dotnet", "exec", typeof(GreeterProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Greeter").Value!);

    internal async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    /// <summary>What a client prints that calls a server of the same program.</summary>
    internal async Task<(int ExitCode, string Output)> RunApartAsync()
    {
        using Process server = Start("--server", "0");
        try
        {
            string announcement = (await server.StandardOutput.ReadLineAsync())!;
            string url = announcement.Split(' ', ';')[2];
            return await RunAsync("--client", url);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(fileName, [.. first, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
