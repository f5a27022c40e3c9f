using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Tests;
using TypedMetadata.Unit.Analyzers;

namespace TypedMetadata.Unit.Pages;

/// <summary>Compiles a block of a page as a user's project does, with the generator and the analyzers.</summary>
internal static class PageCompiler
{
    private static readonly CSharpCompilation _surroundings = Surround();

    /// <summary>What the compiler and the analyzers say of a block.</summary>
    /// <param name="page">The block's page.</param>
    /// <param name="block">The block, whose code may differ from what the page shows.</param>
    internal static async Task<Outcome> CompileAsync(Page page, Block block)
    {
        Fragment fragment = new(block);
        Fragment[] hidden = [.. page.Hidden.Select(one => new Fragment(one))];
        string usings = string.Concat(hidden.Select(one => one.Usings));
        SyntaxTree own = Sources.Parse($$"""
            {{usings}}{{fragment.Usings}}{{fragment.Types(_ => true)}}
            internal sealed class Block : PageContext
            {
                {{string.Concat(hidden.Select(one => one.MembersAndVariables))}}
                {{fragment.Members}}
                private async Task RunAsync()
                {
                    await Task.Yield();
                    {{fragment.Statements}}
                }
            }
            """, "own.cs");
        IEnumerable<string> others = [.. hidden.Select(one => one.Types(_ => true)), .. TypesOfOthers(page, block, fragment)];
        SyntaxTree[] context = [.. others.Select((text, index) => Sources.Parse(usings + text, $"other{index}.cs"))];
        CSharpCompilation compilation = _surroundings.AddSyntaxTrees([own, .. context]);
        ImmutableArray<Diagnostic> compiled = Generation.Generate(compilation).GetDiagnostics();
        ImmutableArray<Diagnostic> reported = await Generation.AnalyzeAsync(compilation, BuildProperty.UsageRules);
        return new Outcome(
            [.. compiled.Where(one => one.Severity >= DiagnosticSeverity.Warning && !context.Contains(one.Location.SourceTree))],
            [.. reported.Where(one => one.Location.SourceTree == own)]);
    }

    // The types that other blocks declare and this one does not: of several with one name that of the nearest block above.
    private static IEnumerable<string> TypesOfOthers(Page page, Block block, Fragment fragment)
    {
        (int Line, Fragment Fragment)[] others = [.. page.Shown.Where(other => other.Line != block.Line).Select(other => (other.Line, new Fragment(other)))];
        Dictionary<string, int> chosen = others
            .SelectMany(other => other.Fragment.TypeNames.Select(name => (Name: name, other.Line)))
            .Where(type => !fragment.TypeNames.Contains(type.Name))
            .GroupBy(type => type.Name, type => type.Line)
            .ToDictionary(lines => lines.Key, lines => lines.LastOrDefault(line => line < block.Line, defaultValue: lines.First()));
        return others.Select(other => other.Fragment.Usings + other.Fragment.Types(name => chosen.TryGetValue(name, out int line) && line == other.Line));
    }

    private static CSharpCompilation Surround()
    {
        string generated = typeof(PageCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "PagesServices").Value!;
        CSharpCompilation services = Sources.Compile([.. Directory.EnumerateFiles(generated, "*.cs").Select(File.ReadAllText)]);
        CSharpCompilation surroundings = Sources.Compile(Repository.Read("tests/Unit/Pages/PageContext.cs"));
        return surroundings
            .AddReferences(Emit(services.WithAssemblyName("Services")))
            .RemoveReferences(surroundings.References.Where(reference => Path.GetFileName(reference.Display!).StartsWith("TypedMetadata.Unit", StringComparison.Ordinal)))
            .WithOptions(surroundings.Options.WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic>
            {
                ["CS0168"] = ReportDiagnostic.Suppress, // a variable that a fragment does not go on to use
                ["CS0219"] = ReportDiagnostic.Suppress,
                ["CS0414"] = ReportDiagnostic.Suppress, // one of the page's that this fragment does not use
                ["CS1591"] = ReportDiagnostic.Suppress, // public members without documentation
                ["CS1701"] = ReportDiagnostic.Suppress, // packages for several frameworks
            }));
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using MemoryStream assembly = new();
        Assert.True(compilation.Emit(assembly).Success);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}

/// <summary>What was said of a block.</summary>
/// <param name="Compiled">Errors and warnings of the compiler, in the block and in generated code.</param>
/// <param name="Reported">What our analyzers report on the block.</param>
internal sealed record Outcome(IReadOnlyList<Diagnostic> Compiled, IReadOnlyList<Diagnostic> Reported);
