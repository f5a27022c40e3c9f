using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.Generator.Caching;

/// <summary>
/// The simple names on which the meaning of a declaration may depend: those in it, those of the types around it, and those of the
/// usings that apply there. What stands in bodies never counts. Of a type that is no record only its attributes, its bases, and its
/// constants count, since the parser asks for no more.
/// </summary>
internal static class ReferencedNames
{
    private static readonly ConditionalWeakTable<SyntaxNode, string[]> _known = new();

    internal static string[] In(SyntaxNode declaration) => _known.GetValue(declaration, static node => [.. All(node).Distinct(StringComparer.Ordinal)]);

    /// <summary>Every name in a piece of syntax. An attribute's class is found under either of two names.</summary>
    internal static IEnumerable<string> Simple(SyntaxNode node)
    {
        foreach (SimpleNameSyntax name in node.DescendantNodesAndSelf(IsNoBody).OfType<SimpleNameSyntax>())
        {
            yield return name.Identifier.ValueText;
            if (name.FirstAncestorOrSelf<NameSyntax>(written => written.Parent is not NameSyntax)?.Parent is AttributeSyntax)
            {
                yield return name.Identifier.ValueText + "Attribute";
            }
        }
    }

    private static IEnumerable<string> All(SyntaxNode declaration)
    {
        foreach (string name in Parts(declaration).SelectMany(Simple))
        {
            yield return name;
        }

        foreach (SyntaxNode around in declaration.AncestorsAndSelf())
        {
            if (around is BaseTypeDeclarationSyntax type)
            {
                yield return type.Identifier.ValueText;
            }

            foreach (UsingDirectiveSyntax directive in UsingsOf(around))
            {
                foreach (string name in Simple(directive))
                {
                    yield return name;
                }
            }
        }
    }

    private static IEnumerable<SyntaxNode> Parts(SyntaxNode declaration) => declaration switch
    {
        RecordDeclarationSyntax or EnumDeclarationSyntax or UsingDirectiveSyntax => [declaration],
        TypeDeclarationSyntax type => type.AttributeLists
            .Concat<SyntaxNode>(type.BaseList is null ? [] : [type.BaseList])
            .Concat(type.ConstraintClauses)
            .Concat(type.Members.Where(member => member.Modifiers.Any(SyntaxKind.ConstKeyword))),
        _ => [],
    };

    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Usings,
        BaseNamespaceDeclarationSyntax declared => declared.Usings,
        _ => default,
    };

    private static bool IsNoBody(SyntaxNode node) => node is not (BlockSyntax or ArrowExpressionClauseSyntax);
}
