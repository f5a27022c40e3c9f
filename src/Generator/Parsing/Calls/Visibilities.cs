using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a generated member may be: the types that it names may be less visible than its class.</summary>
internal static class Visibilities
{
    internal const string Public = "public";

    internal static string Of(INamedTypeSymbol owner, IEnumerable<ITypeSymbol> named) =>
        named.All(type => IsPublic(type) || !IsPublic(owner)) ? Public : "internal";

    private static bool IsPublic(ITypeSymbol type)
    {
        for (ITypeSymbol? one = type; one is not null; one = one.ContainingType)
        {
            if (one.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable))
            {
                return false;
            }
        }

        return true;
    }
}
