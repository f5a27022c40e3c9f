using System.Diagnostics;
using System.Text.RegularExpressions;
using TypedMetadata.Packaging.Harness;
using TypedMetadata.Tests;

namespace TypedMetadata.Packaging;

/// <summary>The README's quick start, pasted as it is into the files that it names, with the packed packages.</summary>
[Collection(UsesPackages.Name)]
public sealed partial class ReadmeTests(Packages packages)
{
    [Fact]
    public async Task Quick_start_prints_what_the_README_says()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(Built.Repository, "README.md"));
        string folder = Path.Combine(packages.Folder, "quickstart");
        Assert.Equal(6, await PasteAsync(readme, folder));
        foreach (string project in new[] { "Server", "Client" })
        {
            Assert.Contains("0 Warning(s)", (await Command.RunAsync(folder, ["dotnet", "build", project])).Succeeded(), StringComparison.Ordinal);
        }

        using Process server = Start(Path.Combine(folder, "Server"), "--urls", "http://127.0.0.1:0");
        try
        {
            string? line = "";
            while (line is not null && !line.Contains("http://127.0.0.1:", StringComparison.Ordinal))
            {
                line = await server.StandardOutput.ReadLineAsync();
            }

            string address = Address().Match(line ?? throw new InvalidOperationException("The server ended before it listened.")).Value;
            string printed = (await Command.RunAsync(folder, ["dotnet", "run", "--no-build", "--project", "Client", "--", address])).Succeeded();
            Assert.Equal(Expected().Match(readme).Groups["output"].Value.Trim(), printed.Trim());
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static async Task<int> PasteAsync(string readme, string folder)
    {
        (string Path, string Text)[] files = QuickStart.FilesIn(readme);
        foreach ((string name, string text) in files)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text);
        }

        return files.Length;
    }

    private static Process Start(string project, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["run", "--no-build", "--project", project, "--", .. arguments]) { RedirectStandardOutput = true })!;

    [GeneratedRegex("^The client prints:\n\n```\n(?<output>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Expected();

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
