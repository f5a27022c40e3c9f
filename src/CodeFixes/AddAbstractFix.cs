using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD120: makes a typed service abstract, unless something derives from it or creates it, or it handles calls itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddAbstractFix : CodeFixProvider
{
    private const string Title = "Add 'abstract'";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD120");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(one => Modifiers.IsMissing(one, "abstract")))
        {
            if (root.FindNode(diagnostic.Location.SourceSpan) is TypeDeclarationSyntax declaration
                && model.GetDeclaredSymbol(declaration, context.CancellationToken) is INamedTypeSymbol { IsSealed: false } service
                && !service.GetMembers().Any(member => member.IsOverride)
                && await IsUnusedAsync(service, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, Modifiers.AddBeforePartial(declaration, SyntaxKind.AbstractKeyword)))), Title),
                    diagnostic);
            }
        }
    }

    private static async Task<bool> IsUnusedAsync(INamedTypeSymbol service, Solution solution, CancellationToken cancellation)
    {
        IEnumerable<INamedTypeSymbol> derived = await SymbolFinder.FindDerivedClassesAsync(service, solution, cancellationToken: cancellation).ConfigureAwait(false);
        IEnumerable<ReferencedSymbol>[] created = await Task.WhenAll(service.InstanceConstructors.Select(constructor => SymbolFinder.FindReferencesAsync(constructor, solution, cancellation))).ConfigureAwait(false);
        return !derived.Any() && !created.SelectMany(found => found).SelectMany(found => found.Locations).Any();
    }
}
