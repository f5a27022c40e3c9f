using System.Diagnostics;

namespace TypedMetadata.Packaging.Harness;

/// <summary>A program that ran to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed, errors last.</param>
internal sealed record Command(int ExitCode, string Output)
{
    /// <summary>Runs a program.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The program and its arguments.</param>
    /// <param name="environment">Variables that it gets in addition.</param>
    internal static async Task<Command> RunAsync(string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(arguments[0], arguments.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // A node that stays would hold the output open, and never end.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        output += await errors;
        await process.WaitForExitAsync();
        return new Command(process.ExitCode, output);
    }

    /// <summary>What it printed, if it succeeded.</summary>
    internal string Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}:\n{Output}");
        return Output;
    }
}
