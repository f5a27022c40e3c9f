using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.CodeFixes;

/// <summary>Adds modifiers to a type, which keeps its comments and blank lines.</summary>
internal static class Modifiers
{
    /// <summary>Whether a diagnostic of a typed client or service says that a modifier is missing.</summary>
    internal static bool IsMissing(Diagnostic diagnostic, string modifier) => diagnostic.Properties.TryGetValue(CallsShapeRules.Modifier, out string? missing) && missing == modifier;

    /// <summary>Adds a modifier right before the type's keyword, where <c>partial</c> must stand.</summary>
    internal static TypeDeclarationSyntax AddLast(TypeDeclarationSyntax type, SyntaxKind kind) => Insert(type, type.Modifiers.Count, kind);

    /// <summary>Adds a modifier before <c>partial</c>, or last.</summary>
    internal static TypeDeclarationSyntax AddBeforePartial(TypeDeclarationSyntax type, SyntaxKind kind)
    {
        int partial = type.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        return Insert(type, partial < 0 ? type.Modifiers.Count : partial, kind);
    }

    private static TypeDeclarationSyntax Insert(TypeDeclarationSyntax type, int index, SyntaxKind kind)
    {
        SyntaxToken modifier = SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxToken next = index < type.Modifiers.Count ? type.Modifiers[index] : type.Keyword;
        bool isFirst = index == 0;
        if (isFirst)
        {
            // What stood before the first token stands before the new one: comments, or the line after the attributes.
            modifier = modifier.WithLeadingTrivia(next.LeadingTrivia);
            TypeDeclarationSyntax bare = index < type.Modifiers.Count
                ? type.WithModifiers(type.Modifiers.Replace(next, next.WithLeadingTrivia()))
                : type.WithKeyword(next.WithLeadingTrivia());
            return bare.WithModifiers(bare.Modifiers.Insert(0, modifier));
        }

        return type.WithModifiers(type.Modifiers.Insert(index, modifier));
    }
}
