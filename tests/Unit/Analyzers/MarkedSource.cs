using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Analyzers;

/// <summary>Source text in which <c>{|TMD020:…|}</c> marks where a rule is to be reported.</summary>
internal static class MarkedSource
{
    /// <summary>Asserts that the analyzer reports what is marked, there, and nothing else that a user sees: a hidden rule has no squiggle, and serves its fix alone.</summary>
    internal static Task VerifyAsync(string marked) => VerifyAsync(marked, DiagnosticSeverity.Info);

    /// <summary>Asserts the same with hidden rules.</summary>
    internal static Task VerifyWithHiddenAsync(string marked) => VerifyAsync(marked, DiagnosticSeverity.Hidden);

    private static async Task VerifyAsync(string marked, DiagnosticSeverity lowest)
    {
        (string source, List<(string Id, TextSpan Span)> expected) = Parse("using System;\nusing TypedMetadata;\n" + marked);
        AssertReported(source, expected, await Generation.AnalyzeAsync(source), lowest);
    }

    /// <summary>Asserts the same of source text as it stands, in a project that has the usage rules; and that it compiles.</summary>
    internal static async Task VerifyUsageAsync(string marked, params string[] others)
    {
        Compilation generated = await VerifyAsync(marked, others);
        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>Asserts the same of source text that need not compile, and returns it with its generated code.</summary>
    internal static async Task<Compilation> VerifyAsync(string marked, string[] others, IEnumerable<MetadataReference>? references = null)
    {
        (string source, List<(string Id, TextSpan Span)> expected) = Parse(marked);
        Compilation compilation = Sources.Compile([source, .. others]);
        compilation = compilation
            .RemoveReferences(compilation.References.Where(reference => Path.GetFileName(reference.Display!) == "TypedMetadata.Unit.dll")) // it has a namespace Greeter
            .AddReferences(references ?? []);
        AssertReported(source, expected, await Generation.AnalyzeAsync(compilation, BuildProperty.UsageRules), DiagnosticSeverity.Info);
        return Generation.Generate(compilation);
    }

    private static void AssertReported(string source, List<(string Id, TextSpan Span)> expected, ImmutableArray<Diagnostic> reported, DiagnosticSeverity lowest) =>
        Assert.Equal(
            expected.Select(one => $"{one.Id} on '{source.Substring(one.Span.Start, one.Span.Length)}' at {one.Span.Start}"),
            reported.Where(one => one.Severity >= lowest).Select(one => $"{one.Id} on '{source.Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length)}' at {one.Location.SourceSpan.Start}"));

    /// <summary>The text without its marks, and what they mark.</summary>
    internal static (string Source, List<(string Id, TextSpan Span)> Expected) Parse(string marked)
    {
        StringBuilder source = new();
        List<(string Id, TextSpan Span)> expected = [];
        for (int i = 0; i < marked.Length;)
        {
            if (!marked.AsSpan(i).StartsWith("{|TMD", StringComparison.Ordinal))
            {
                source.Append(marked[i++]);
                continue;
            }

            int colon = marked.IndexOf(':', i);
            int end = marked.IndexOf("|}", colon, StringComparison.Ordinal);
            string content = marked[(colon + 1)..end];
            foreach (string id in marked[(i + 2)..colon].Split(',').Order(StringComparer.Ordinal))
            {
                expected.Add((id, new TextSpan(source.Length, content.Length)));
            }

            source.Append(content);
            i = end + 2;
        }

        return (source.ToString(), expected);
    }
}
