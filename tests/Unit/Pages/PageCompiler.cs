using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Usage;
using TypedMetadata.Tests;
using TypedMetadata.Unit.Analyzers;

namespace TypedMetadata.Unit.Pages;

/// <summary>Compiles the C# of a page as a user's project does, with the generator and the analyzers.</summary>
/// <remarks>
/// Each block is compiled by itself, with the types that the page's other blocks declare; where several declare one, with that of the nearest block above. A
/// line that ends in a comment such as <c>// TMD021</c> or <c>// CS0619: why</c> is to report that, and no other line is to report anything. On a rule's page what stands under "Bad" reports
/// that rule alone, and what stands under "Suppress" silences it.
/// </remarks>
internal static partial class PageCompiler
{
    private static readonly CSharpCompilation _surroundings = Surround();

    private static readonly Dictionary<string, bool> _isStructural = new MetadataAnalyzer().SupportedDiagnostics.Concat(new UsageAnalyzer().SupportedDiagnostics)
        .ToDictionary(rule => rule.Id, rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));

    /// <summary>What is wrong with the C# of a page, each with the page and its line.</summary>
    internal static async Task<IReadOnlyList<string>> CheckAsync(Page page)
    {
        List<string> problems = [];
        Block[] blocks = [.. page.Shown];
        Block? bad = page.Rule is null ? null : blocks.FirstOrDefault(block => block.Heading == "Bad");
        foreach (Block block in blocks)
        {
            bool suppresses = bad is not null && block.Heading == "Suppress";
            Block compiled = suppresses ? block with { Code = block.Code + bad!.Code } : block;
            Outcome outcome = await CompileAsync(page, compiled, blocks);
            problems.AddRange(page.Rule is not null && block.Heading == "Bad" ? Reports(page.Rule, block, outcome) : Differences(block, outcome, page.Rule));
        }

        return problems;
    }

    private static IEnumerable<string> Reports(string rule, Block block, Outcome outcome)
    {
        string[] ids = [.. outcome.Reported.Where(report => report.Severity >= DiagnosticSeverity.Info || report.Id == rule).Select(report => report.Id).Distinct()];
        return [
            .. ids is [string id] && id == rule ? [] : new[] { $"{block.Path}:{block.Line}: what is bad reports {(ids is [] ? "nothing" : string.Join(", ", ids))}, and not {rule} alone" },
            .. _isStructural[rule] ? [] : outcome.Compiled.Select(Say),
        ];
    }

    private static IEnumerable<string> Differences(Block block, Outcome outcome, string? rule)
    {
        List<(string Id, int Line)> marked = [.. block.Code.Split('\n').SelectMany((line, index) => Mark().Match(line).Groups["id"].Captures.Select(id => (id.Value, block.Line + index)))];
        foreach (Diagnostic report in outcome.Compiled.Concat(outcome.Reported.Where(report => report.Severity >= DiagnosticSeverity.Info || report.Id == rule)))
        {
            if (!marked.Remove((report.Id, LineOf(report))))
            {
                yield return Say(report);
            }
        }

        foreach ((string id, int line) in marked)
        {
            yield return $"{block.Path}:{line}: {id} is not reported here";
        }
    }

    private static async Task<Outcome> CompileAsync(Page page, Block block, Block[] blocks)
    {
        Fragment fragment = new(block);
        Fragment[] hidden = [.. page.Hidden.Select(one => new Fragment(one))];
        string usings = string.Concat(hidden.Select(one => one.Usings));
        string own = $$"""
            {{usings}}{{fragment.Usings}}{{fragment.Declarations(_ => true)}}
            internal sealed class Block{{block.Line}} : Surroundings
            {
                {{string.Concat(hidden.Select(one => one.MembersAndVariables))}}
                {{fragment.Members}}
                private async Task RunAsync()
                {
                    await Task.Yield();
                    {{fragment.Statements}}
                }
            }
            """;
        string others = usings + string.Concat(hidden.Select(one => one.Declarations(_ => true)));
        SyntaxTree tree = Sources.Parse(own, "own.cs");
        SyntaxTree[] context = [Sources.Parse(others, "hidden.cs"), .. Others(block, fragment, blocks).Select((text, index) => Sources.Parse(usings + text, $"other{index}.cs"))];
        CSharpCompilation compilation = _surroundings.AddSyntaxTrees([tree, .. context]);
        ImmutableArray<Diagnostic> compiled = Generation.Generate(compilation).GetDiagnostics();
        ImmutableArray<Diagnostic> reported = await Generation.AnalyzeAsync(compilation, BuildProperty.UsageRules);
        return new Outcome(
            [.. compiled.Where(one => one.Severity >= DiagnosticSeverity.Warning && !context.Contains(one.Location.SourceTree))],
            [.. reported.Where(one => one.Location.SourceTree == tree)]);
    }

    // The types that other blocks declare and this one does not, a text for each such block.
    private static IEnumerable<string> Others(Block block, Fragment fragment, Block[] blocks)
    {
        (Block Block, Fragment Fragment)[] others = [.. blocks.Where(other => other.Line != block.Line).Select(other => (other, new Fragment(other)))];
        ILookup<string, Block> declaring = others.SelectMany(other => other.Fragment.Types.Select(name => (name, other.Block))).ToLookup(pair => pair.name, pair => pair.Block);
        Dictionary<string, int> chosen = declaring
            .Where(names => !fragment.Types.Contains(names.Key))
            .ToDictionary(names => names.Key, names => (names.LastOrDefault(other => other.Line < block.Line) ?? names.First()).Line);
        return others.Select(other => other.Fragment.Usings + other.Fragment.Declarations(name => chosen.TryGetValue(name, out int line) && line == other.Block.Line));
    }

    private static CSharpCompilation Surround()
    {
        string generated = typeof(PageCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "PagesServices").Value!;
        string[] services = [.. Directory.EnumerateFiles(generated, "*.cs").Select(File.ReadAllText)];
        CSharpCompilation all = Sources.Compile(Repository.Read("tests/Unit/Pages/Surroundings.cs"));
        return all
            .AddReferences(Emit(Sources.Compile(services)))
            .WithOptions(all.Options.WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic>
            {
                ["CS0168"] = ReportDiagnostic.Suppress, // a variable that a fragment does not go on to use
                ["CS0219"] = ReportDiagnostic.Suppress,
                ["CS0414"] = ReportDiagnostic.Suppress, // a variable of the page that this fragment does not use
                ["CS1591"] = ReportDiagnostic.Suppress, // public members without documentation
                ["CS1701"] = ReportDiagnostic.Suppress, // packages for several frameworks
            }))
            .RemoveReferences(all.References.Where(reference => Path.GetFileName(reference.Display!).StartsWith("TypedMetadata.Unit", StringComparison.Ordinal)));
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using MemoryStream assembly = new();
        Assert.True(compilation.WithAssemblyName("Services").Emit(assembly).Success);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    private static int LineOf(Diagnostic report) => report.Location.GetMappedLineSpan().StartLinePosition.Line + 1;

    private static string Say(Diagnostic report) => $"{report.Location.GetMappedLineSpan().Path}:{LineOf(report)}: {report.Id}: {report.GetMessage()}";

    [GeneratedRegex("// (?:(?<id>(?:TMD|CS)[0-9]+)(?:, )?)+(?:$|: )")]
    private static partial Regex Mark();

    private sealed record Outcome(IReadOnlyList<Diagnostic> Compiled, IReadOnlyList<Diagnostic> Reported);
}
