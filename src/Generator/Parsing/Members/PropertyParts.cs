using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The declarations of a property: both of a partial one. Roslyn 4.8 knows none, and a newer one shows only the first.</summary>
internal static class PropertyParts
{
    internal static IEnumerable<PropertyDeclarationSyntax> Of(IPropertySymbol property, CancellationToken cancellation)
    {
        PropertyDeclarationSyntax[] own = [.. property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<PropertyDeclarationSyntax>()];
        return !Array.Exists(own, IsPartial) ? own : property.ContainingType.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.Members.OfType<PropertyDeclarationSyntax>())
            .Where(part => IsPartial(part) && part.Identifier.ValueText == property.Name);
    }

    private static bool IsPartial(PropertyDeclarationSyntax part) => part.Modifiers.Any(SyntaxKind.PartialKeyword);
}
