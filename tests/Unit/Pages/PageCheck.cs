using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Unit.Pages;

/// <summary>
/// What a page's C# may report: nothing but what a line announces at its end, as <c>// TMD021</c> or <c>// CS0619: why</c>. On a rule's page
/// what stands under "Bad" reports that rule alone, and what stands under "Suppress" silences it.
/// </summary>
internal static partial class PageCheck
{
    private static readonly HashSet<string> _structural = [.. new MetadataAnalyzer().SupportedDiagnostics.Concat(new UsageAnalyzer().SupportedDiagnostics).Concat(new CallsAnalyzer().SupportedDiagnostics)
        .Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)).Select(rule => rule.Id)];

    /// <summary>What is wrong with the C# of a page, each with the page and its line.</summary>
    internal static async Task<IReadOnlyList<string>> ProblemsAsync(Page page)
    {
        List<string> problems = [];
        Block? bad = page.Rule is null ? null : page.Shown.FirstOrDefault(block => block.Heading == "Bad");
        foreach (Block block in page.Shown)
        {
            Block compiled = bad is not null && block.Heading == "Suppress" ? block with { Code = block.Code + bad.Code } : block;
            Outcome outcome = await PageCompiler.CompileAsync(page, compiled);
            problems.AddRange(block == bad ? OfBad(page.Rule!, block, outcome) : OfOther(page.Rule, block, outcome));
        }

        return problems;
    }

    private static IEnumerable<string> OfBad(string rule, Block block, Outcome outcome)
    {
        if (rule is "TMD016" or "TMD033" || rule.StartsWith("TMD13", StringComparison.Ordinal))
        {
            yield break; // It takes another source generator, or a contract file.
        }

        string[] ids = [.. Visible(outcome, rule).Select(report => report.Id).Distinct()];
        if (ids is not [string id] || id != rule)
        {
            yield return $"{block.Path}:{block.Line}: what is bad reports {(ids is [] ? "nothing" : string.Join(", ", ids))}, and not {rule} alone";
        }

        // What breaks a structural rule has no generated code, and need not compile.
        foreach (Diagnostic error in _structural.Contains(rule) ? [] : outcome.Compiled)
        {
            yield return Say(error);
        }
    }

    private static IEnumerable<string> OfOther(string? rule, Block block, Outcome outcome)
    {
        List<(string Id, int Line)> announced = [.. block.Code.Split('\n').SelectMany((line, index) => Announcement().Match(line).Groups["id"].Captures.Select(id => (id.Value, block.Line + index)))];
        foreach (Diagnostic report in outcome.Compiled.Concat(Visible(outcome, rule)))
        {
            if (!announced.Remove((report.Id, LineOf(report))))
            {
                yield return Say(report);
            }
        }

        foreach ((string id, int line) in announced)
        {
            yield return $"{block.Path}:{line}: {id} is not reported here";
        }
    }

    // A hidden rule counts on its own page.
    private static IEnumerable<Diagnostic> Visible(Outcome outcome, string? rule) =>
        outcome.Reported.Where(report => report.Severity >= DiagnosticSeverity.Info || report.Id == rule);

    private static int LineOf(Diagnostic report) => report.Location.GetMappedLineSpan().StartLinePosition.Line + 1;

    private static string Say(Diagnostic report) => $"{report.Location.GetMappedLineSpan().Path}:{LineOf(report)}: {report.Id}: {report.GetMessage()}";

    [GeneratedRegex("// (?:(?<id>(?:TMD|CS)[0-9]+)(?:, )?)+(?:$|: )")]
    private static partial Regex Announcement();
}
