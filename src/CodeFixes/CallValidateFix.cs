using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD014: adds the modifiers that <c>Validate</c> needs to be called by generated code, if its parameters are right.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CallValidateFix : CodeFixProvider
{
    private const string Title = "Add the missing modifiers";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD014");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax method
                && model.GetDeclaredSymbol(method, context.CancellationToken) is IMethodSymbol { IsStatic: true, ReturnsVoid: true, Parameters: [IParameterSymbol value, { Type.Name: "ICollection" }] } symbol
                && SymbolEqualityComparer.Default.Equals(value.Type, symbol.ContainingType)
                && value.RefKind is RefKind.In or RefKind.None)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(method, Hook(method)))), Title), diagnostic);
            }
        }
    }

    private static MethodDeclarationSyntax Hook(MethodDeclarationSyntax method)
    {
        MethodDeclarationSyntax hook = method;
        ParameterSyntax value = hook.ParameterList.Parameters[0];
        if (!value.Modifiers.Any(SyntaxKind.InKeyword))
        {
            hook = hook.ReplaceNode(value, value.WithoutLeadingTrivia().AddModifiers(SyntaxFactory.Token(SyntaxKind.InKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(value.GetLeadingTrivia()));
        }

        return hook.Modifiers.Any(SyntaxKind.PartialKeyword) ? hook : hook.AddModifiers(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
    }
}
