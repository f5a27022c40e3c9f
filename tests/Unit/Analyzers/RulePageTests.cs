using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator.ContractFiles;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Unit.Analyzers;

/// <summary>Every rule has a page that says the same, a link to it, a line in the index and one in the release file.</summary>
public sealed class RulePageTests
{
    private static readonly Dictionary<string, DiagnosticDescriptor> _rules = new DiagnosticAnalyzer[] { new MetadataAnalyzer(), new UsageAnalyzer(), new CallsAnalyzer(), new ContractAnalyzer() }
        .SelectMany(analyzer => analyzer.SupportedDiagnostics).ToDictionary(rule => rule.Id);

    public static TheoryData<string> Ids => [.. _rules.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_page_under_its_title(string id)
    {
        string page = Repository.Read($"docs/rules/{id}.md");
        DiagnosticDescriptor rule = _rules[id];
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Severity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}.", page, StringComparison.Ordinal);
        Assert.Equal(IsStructural(rule), page.Contains("Structural: it cannot be suppressed.", StringComparison.Ordinal));
        Assert.Equal(IsUsage(rule), page.Contains("Only where `TypedMetadataUsageRules` is true.", StringComparison.Ordinal));
        Assert.All(["## Cause", "## Bad", "## Good", "## Suppress", "## Source"], heading => Assert.Contains(heading + "\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_links_to_its_page(string id) => Assert.EndsWith($"/docs/rules/{id}.md", _rules[id].HelpLinkUri, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_is_in_the_index_and_the_release_file(string id)
    {
        Assert.Contains($"({id}.md)", Repository.Read("docs/rules/README.md"), StringComparison.Ordinal);
        string releases = Repository.Read("src/Generator/AnalyzerReleases.Unshipped.md") + Repository.Read("src/Generator/AnalyzerReleases.Shipped.md");
        Assert.Contains($"{id} | TypedMetadata | {_rules[id].DefaultSeverity} | {_rules[id].Title}\n", releases, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_says_subject_problem_and_remedy(string id)
    {
        DiagnosticDescriptor rule = _rules[id];
        Assert.Contains(IsContract(rule) ? "{1}: {2}" : "'{0}'", rule.MessageFormat.ToString(null), StringComparison.Ordinal);
        Assert.Contains(": ", rule.MessageFormat.ToString(null), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\.$", rule.Title.ToString(null));
        Assert.EndsWith(".", rule.Description.ToString(null), StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_is_left_over()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(Repository.PathOf("docs/rules"), "TMD*.md").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(_rules.Keys.Order(), pages.Order());
    }

    [Fact]
    public void Every_declared_rule_is_reported_by_an_analyzer()
    {
        IEnumerable<DiagnosticDescriptor> declared = new[] { typeof(RecordRuleDescriptors), typeof(UsageRuleDescriptors), typeof(CallRuleDescriptors), typeof(ContractRuleDescriptors) }
            .SelectMany(rules => rules.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!);
        Assert.Equal(declared.Select(rule => rule.Id).Order(), _rules.Keys.Order());
    }

    private static bool IsStructural(DiagnosticDescriptor rule) => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    // These are reported in a file that is not C#: their tests go through all of them, and what is said of a change has its quotes already.
    private static bool IsContract(DiagnosticDescriptor rule) => rule.Id.StartsWith("TMD13", StringComparison.Ordinal);

    private static bool IsUsage(DiagnosticDescriptor rule) => string.CompareOrdinal(rule.Id, "TMD100") >= 0 && string.CompareOrdinal(rule.Id, "TMD120") < 0;
}
