using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Keys;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD021, TMD022 and TMD023: writes the key as it should be, where it is a literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class KeyLiteralFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD021", "TMD022", "TMD023");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
                && Mend(diagnostic.Id, literal.Token.ValueText) is string key)
            {
                string title = $"Write '{key}'";
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(Replace(context.Document, root, literal, key)), diagnostic.Id), diagnostic);
            }
        }
    }

    private static string? Mend(string rule, string key)
    {
        string lower = KeyGrammar.Normalize(key);
        string mended = rule switch
        {
            "TMD021" => lower,
            "TMD022" => lower + KeyGrammar.BinarySuffix,
            _ => lower.Substring(0, Math.Max(0, lower.Length - KeyGrammar.BinarySuffix.Length)),
        };
        return KeyGrammar.IsWellFormed(mended) && KeyGrammar.IsBinary(mended) == (rule == "TMD022" || (rule == "TMD021" && KeyGrammar.IsBinary(lower))) ? mended : null;
    }

    private static Document Replace(Document document, SyntaxNode root, LiteralExpressionSyntax literal, string key) =>
        document.WithSyntaxRoot(root.ReplaceNode(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(key)).WithTriviaFrom(literal)));
}
