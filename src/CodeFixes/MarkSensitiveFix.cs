using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD029: sets <c>Sensitive = true</c>, on the key's attribute or on a new one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MarkSensitiveFix : CodeFixProvider
{
    private const string Title = "Set 'Sensitive = true'";
    private const string Option = "Sensitive";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD029");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            SyntaxNode? member = node.AncestorsAndSelf().FirstOrDefault(candidate => candidate is ParameterSyntax or PropertyDeclarationSyntax);
            if (member is not null)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, cancellation => MarkAsync(context.Document, member, cancellation), Title), diagnostic);
            }
        }
    }

    private static async Task<Document> MarkAsync(Document document, SyntaxNode member, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        SyntaxNode place = member.ChildNodes().OfType<AttributeListSyntax>().SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => model.GetTypeInfo(attribute, cancellation).Type?.Name is "MetadataKeyAttribute" or "MetadataPrefixAttribute") ?? member;
        return document.WithSyntaxRoot(root.ReplaceNode(place, AttributePlace.SetOption(place, Option, text)));
    }
}
