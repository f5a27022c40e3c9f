using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD001 and TMD120: makes the record, the typed client or the typed service, and every type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddPartialFix : CodeFixProvider
{
    private const string Title = "Add 'partial'";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD001", "TMD120");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if ((diagnostic.Id == "TMD001" || Modifiers.IsMissing(diagnostic, "partial")) && root.FindNode(diagnostic.Location.SourceSpan) is TypeDeclarationSyntax record)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(AddPartial(context.Document, root, record)), Title), diagnostic);
            }
        }
    }

    private static Document AddPartial(Document document, SyntaxNode root, TypeDeclarationSyntax record)
    {
        IEnumerable<TypeDeclarationSyntax> types = record.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));
        return document.WithSyntaxRoot(root.ReplaceNodes(types, (_, type) => Modifiers.AddLast(type, SyntaxKind.PartialKeyword)));
    }
}
