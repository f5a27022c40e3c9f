using System.Text.RegularExpressions;
using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>The sample of mistakes, built with the package of the server alone.</summary>
[Collection(UsesPackages.Name)]
public sealed partial class MistakesTests
{
    private static readonly string _sample = Path.Combine(Built.Repository, "samples/Mistakes");
    private readonly Consumer _consumer;

    public MistakesTests(Packages packages)
    {
        _consumer = packages.Consumer("Mistakes");
        _consumer.CopyHere(_sample, "*.cs");
        _consumer.CopyHere(_sample, ".editorconfig");
    }

    [Fact]
    public async Task Every_rule_is_reported()
    {
        Command build = await _consumer.DotnetAsync(["build"]);
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(Marked(), Consumer.Rules(build.Output));
        Assert.DoesNotContain("CS0619: 'TMD", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_analyzers_the_structural_rules_fail_the_build_all_the_same()
    {
        Command build = await _consumer.DotnetAsync(["build", "-p:RunAnalyzers=false"]);
        Assert.NotEqual(0, build.ExitCode);
        // These can have no other part, in which it would be said.
        Assert.Equal(Marked().Where(IsStructural).Except(["TMD001", "TMD002", "TMD005", "TMD120"]), Consumer.Rules(build.Output));
    }

    private static IEnumerable<string> Marked() => Directory.EnumerateFiles(_sample, "*.cs")
        .SelectMany(path => Mark().Matches(File.ReadAllText(path)).Select(match => match.Groups["id"].Value))
        .Order(StringComparer.Ordinal);

    private static bool IsStructural(string rule) =>
        File.ReadAllText(Path.Combine(Built.Repository, $"docs/rules/{rule}.md")).Contains("Structural:", StringComparison.Ordinal);

    [GeneratedRegex("// (?<id>TMD[0-9]{3})$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
