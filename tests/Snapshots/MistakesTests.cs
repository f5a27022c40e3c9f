using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.RulesOfUse;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>The sample of mistakes: its build reports every rule once, on the line that says so. Those that need another source generator are in OtherGeneratorTests.</summary>
public sealed partial class MistakesTests
{
    private static readonly string _sample = typeof(MistakesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "MistakesFolder").Value!;

    private static readonly string _configuration = typeof(MistakesTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    [LongFact]
    public async Task Build_reports_each_rule_once_on_its_line()
    {
        string[] marked = [.. Directory.EnumerateFiles(_sample, "*.cs").SelectMany(Marks).Order(StringComparer.Ordinal)];
        DiagnosticAnalyzer[] analyzers = [new MetadataAnalyzer(), new UsageAnalyzer(), new CallsAnalyzer()];
        string[] ofOtherGenerators = ["TMD016", "TMD033"];
        Assert.Equal(analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Except(ofOtherGenerators).Order(), marked.Select(mark => mark[..6]));

        string output = await BuildAsync();
        string[] reported = [.. Report().Matches(output).DistinctBy(match => match.Value).Select(match => $"{match.Groups["id"].Value} {match.Groups["file"].Value}:{match.Groups["line"].Value}").Order(StringComparer.Ordinal)];
        Assert.True(marked.SequenceEqual(reported), string.Join('\n', ["Marked and not reported:", .. marked.Except(reported), "Reported and not marked:", .. reported.Except(marked), output]));
    }

    private static IEnumerable<string> Marks(string path) => File.ReadLines(path)
        .Select((text, index) => (Mark: Mark().Match(text), Line: index + 1))
        .Where(line => line.Mark.Success)
        .Select(line => $"{line.Mark.Groups["id"].Value} {Path.GetFileName(path)}:{line.Line}");

    // The projects that it refers to are built already, and must not be built again while tests use them.
    private static async Task<string> BuildAsync()
    {
        ProcessStartInfo start = new("dotnet", ["build", _sample, "-c", _configuration, "-p:BuildProjectReferences=false", "-nodeReuse:false", "-nologo", "-v:quiet"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        return output;
    }

    [GeneratedRegex("// (?<id>TMD[0-9]{3})$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<file>\w+\.cs)\((?<line>[0-9]+),[0-9]+\): (?:error|warning) (?<id>TMD[0-9]{3}):")]
    private static partial Regex Report();
}
