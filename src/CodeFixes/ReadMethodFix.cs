using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD103 and TMD104: calls the method that fits the kind of the key, if the result still compiles.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ReadMethodFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD103", "TMD104");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not IdentifierNameSyntax method)
            {
                continue;
            }

            string name = diagnostic.Id == "TMD103" ? "GetValueBytes" : "GetValue";
            IdentifierNameSyntax other = SyntaxFactory.IdentifierName(name).WithTriviaFrom(method);
            Document changed = context.Document.WithSyntaxRoot(root.ReplaceNode(method, other));
            SyntaxNode member = method.FirstAncestorOrSelf<MemberDeclarationSyntax>(candidate => candidate is not GlobalStatementSyntax) ?? root;
            TextSpan span = new(member.SpanStart, member.Span.Length + name.Length - method.Span.Length);
            if (await ErrorsAsync(changed, span, context.CancellationToken).ConfigureAwait(false) <= await ErrorsAsync(context.Document, member.Span, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create($"Call '{name}' instead", _ => Task.FromResult(changed), diagnostic.Id), diagnostic);
            }
        }
    }

    // The direct is of another type, which is nobody's business outside the member that calls.
    private static async Task<int> ErrorsAsync(Document document, TextSpan member, CancellationToken cancellation)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        return model.GetDiagnostics(member, cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
