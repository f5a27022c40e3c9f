using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Internal;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD021 to TMD023, TMD100, TMD106 and TMD112: corrects a key that is a literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class KeyLiteralFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD021", "TMD022", "TMD023", "TMD100", "TMD106", "TMD112");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
                && Repair(diagnostic.Id, literal.Token.ValueText) is string key)
            {
                string title = $"Change the key to '{key}'";
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(Replace(context.Document, root, literal, key)), diagnostic.Id), diagnostic);
            }
        }
    }

    private static string? Repair(string rule, string key)
    {
        if (!KeyGrammar.IsWellFormed(key))
        {
            return null;
        }

        string lower = KeyGrammar.Normalize(key);
        bool isBinary = KeyGrammar.IsBinary(lower);
        bool becomesBinary = rule is "TMD021" or "TMD106" or "TMD112" ? isBinary : !isBinary;
        string repaired = becomesBinary == isBinary ? lower
            : becomesBinary ? lower + KeyGrammar.BinarySuffix
            : lower.Substring(0, lower.Length - KeyGrammar.BinarySuffix.Length);
        return KeyGrammar.IsWellFormed(repaired) && KeyGrammar.IsBinary(repaired) == becomesBinary ? repaired : null;
    }

    private static Document Replace(Document document, SyntaxNode root, LiteralExpressionSyntax literal, string key) =>
        document.WithSyntaxRoot(root.ReplaceNode(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(key)).WithTriviaFrom(literal)));
}
