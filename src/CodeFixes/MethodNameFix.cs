using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD122: replaces an unknown <c>Method</c> that is a literal or a <c>nameof</c> with the name of an RPC of the service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MethodNameFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD122");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax { Parent: AttributeArgumentSyntax } method
                || !diagnostic.Properties.TryGetValue(MethodRules.Names, out string? names))
            {
                continue;
            }

            foreach (string name in names!.Split(','))
            {
                if (Replacement(method, name, model) is ExpressionSyntax replacement)
                {
                    string title = $"Use '{name}'";
                    context.RegisterCodeFix(
                        CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(method, replacement.WithTriviaFrom(method)))), title),
                        diagnostic);
                }
            }
        }
    }

    private static ExpressionSyntax? Replacement(ExpressionSyntax method, string name, SemanticModel model) => method switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } => Literal(name),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } nameOf =>
            named is MemberAccessExpressionSyntax { Expression: var owner } member && model.GetSymbolInfo(owner).Symbol is INamedTypeSymbol type && !model.LookupSymbols(method.SpanStart, type, name).IsEmpty
                ? nameOf.ReplaceNode(member.Name, SyntaxFactory.IdentifierName(Identifiers.Escape(name)).WithTriviaFrom(member.Name))
                : Literal(name),
        _ => null,
    };

    private static LiteralExpressionSyntax Literal(string name) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
}
