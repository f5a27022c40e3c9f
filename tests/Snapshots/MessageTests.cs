using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>What a user reads who breaks a rule: the words, beneath the line that they are about.</summary>
public sealed class MessageTests
{
    private static readonly VerifiedFolder _folder = new("Messages", ".verified.txt");

    public static TheoryData<string> Names => [.. _folder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_diagnostic_says_what_is_verified(string name)
    {
        string source = _folder.Input(name);
        Assert.Empty(Sources.Parse(source).GetDiagnostics());
        IEnumerable<Diagnostic> diagnostics = (await Generation.AnalyzeAsync(source)).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
        Verifier.Verify(Annotated(source, diagnostics), _folder.OutputPath(name));
    }

    [Fact]
    public void Every_rule_that_a_user_sees_is_there()
    {
        // Two need another source generator.
        string all = string.Concat(_folder.OutputNames.Select(name => File.ReadAllText(_folder.OutputPath(name))));
        Assert.All(
            new MetadataAnalyzer().SupportedDiagnostics.Concat(new CallsAnalyzer().SupportedDiagnostics).Where(rule => rule.DefaultSeverity != DiagnosticSeverity.Hidden && rule.Id is not ("TMD016" or "TMD033")),
            rule => Assert.Contains($" {rule.Id}: ", all, StringComparison.Ordinal));
    }

    [Fact]
    public void No_output_is_left_over() => Assert.Empty(_folder.OutputNames.Except(_folder.Names));

    private static string Annotated(string source, IEnumerable<Diagnostic> diagnostics)
    {
        ILookup<int, Diagnostic> byLine = diagnostics.ToLookup(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        StringBuilder annotated = new();
        foreach (TextLine line in SourceText.From(source).Lines)
        {
            annotated.Append(line).Append('\n');
            foreach (Diagnostic diagnostic in byLine[line.LineNumber])
            {
                string place = new string(' ', diagnostic.Location.SourceSpan.Start - line.Start) + new string('~', diagnostic.Location.SourceSpan.Length);
                annotated.Append(place).Append('\n').Append($"// {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n");
            }
        }

        return annotated.ToString();
    }
}
