using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedMetadata.CodeFixes;

/// <summary>TMD029: sets <c>Sensitive = true</c>, on the key's attribute or on a new one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MarkSensitiveFix : CodeFixProvider
{
    private const string Title = "Set Sensitive = true";
    private const string Option = "Sensitive";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TMD029");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            SyntaxNode? member = node.AncestorsAndSelf().FirstOrDefault(candidate => candidate is ParameterSyntax or PropertyDeclarationSyntax);
            if (member is not null)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Mark(root, member, model))), Title), diagnostic);
            }
        }
    }

    private static SyntaxNode Mark(SyntaxNode root, SyntaxNode member, SemanticModel model)
    {
        AttributeSyntax? key = member.ChildNodes().OfType<AttributeListSyntax>().SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => model.GetTypeInfo(attribute).Type?.Name is "MetadataKeyAttribute" or "MetadataPrefixAttribute");
        if (key is not null)
        {
            return root.ReplaceNode(key, WithOption(key));
        }

        AttributeListSyntax added = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(WithOption(
            SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::TypedMetadata.MetadataKey")).WithAdditionalAnnotations(Simplifier.Annotation))));
        return root.ReplaceNode(member, member switch
        {
            ParameterSyntax parameter => parameter.WithoutLeadingTrivia()
                .WithAttributeLists(parameter.AttributeLists.Insert(0, added.WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(parameter.GetLeadingTrivia()),
            _ => ((PropertyDeclarationSyntax)member).WithoutLeadingTrivia()
                .WithAttributeLists(((PropertyDeclarationSyntax)member).AttributeLists.Insert(0, added.WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(member.GetLeadingTrivia()),
        });
    }

    private static AttributeSyntax WithOption(AttributeSyntax key)
    {
        AttributeArgumentSyntax option = SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression))
            .WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(Option).WithTrailingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(SyntaxFactory.Space));
        AttributeArgumentSyntax? present = key.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Option);
        if (present is not null)
        {
            return key.ReplaceNode(present, option.WithTriviaFrom(present));
        }

        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = key.ArgumentList?.Arguments ?? default;
        return arguments.Count == 0
            ? key.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(option)))
            : key.WithArgumentList(key.ArgumentList!.WithArguments(arguments.Add(option.WithLeadingTrivia(SyntaxFactory.Space))));
    }
}
