using Microsoft.CodeAnalysis;

namespace TypedMetadata.Unit.Analyzers;

/// <summary>What a build makes of an .editorconfig entry for one rule: a syntax tree option.</summary>
internal sealed class OneRule(string id, ReportDiagnostic setting) : SyntaxTreeOptionsProvider
{
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = setting;
        return diagnosticId == id;
    }

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return false;
    }
}
