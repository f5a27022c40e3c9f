using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD010: seals the record, unless something derives from it or it has virtual members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddSealedFix : CodeFixProvider
{
    private const string Title = "Add 'sealed'";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD010");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan) is not TypeDeclarationSyntax record
                || model.GetDeclaredSymbol(record, context.CancellationToken) is not INamedTypeSymbol type
                || type.GetMembers().Any(member => member is { IsVirtual: true, IsImplicitlyDeclared: false } && !IsGenerated(member)))
            {
                continue;
            }

            IEnumerable<INamedTypeSymbol> derived = await SymbolFinder.FindDerivedClassesAsync(type, context.Document.Project.Solution, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            if (!derived.Any())
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(record, Modifiers.AddBeforePartial(record, SyntaxKind.SealedKeyword)))), Title),
                    diagnostic);
            }
        }
    }

    // What is generated for an open record is virtual, and will not be once it is sealed.
    private static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute");
}
