using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a generated member may be: the types that it names may be less visible than its class.</summary>
internal static class Visibilities
{
    internal const string Public = "public";

    internal static string Of(INamedTypeSymbol owner, IEnumerable<ITypeSymbol> named) =>
        named.All(type => IsPublic(type) || !IsPublic(owner)) ? Public : "internal";

    /// <summary>Whether a type can be named wherever another can, at least in its assembly. One that is private to a class around both may be.</summary>
    internal static bool AreMet(INamedTypeSymbol owner, INamedTypeSymbol named) =>
        Around(named).Where(IsNested).All(one => Around(owner).Any(outer => Stands(outer, one)));

    /// <summary>Whether a type can be named everywhere in its assembly.</summary>
    internal static bool IsInternal(INamedTypeSymbol type) => !Around(type).Any(IsNested);

    private static bool IsNested(ITypeSymbol type) => type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;

    private static bool Stands(ITypeSymbol outer, ITypeSymbol one) =>
        outer.DeclaredAccessibility == Accessibility.Private
            ? Around(outer).Skip(1).Contains(one.ContainingType, SymbolEqualityComparer.Default)
            : outer.DeclaredAccessibility == one.DeclaredAccessibility && SymbolEqualityComparer.Default.Equals(outer.ContainingType, one.ContainingType);

    private static IEnumerable<ITypeSymbol> Around(ITypeSymbol type)
    {
        for (ITypeSymbol? one = type; one is not null; one = one.ContainingType)
        {
            yield return one;
        }
    }

    private static bool IsPublic(ITypeSymbol type) => Around(type).All(one => one.DeclaredAccessibility is Accessibility.Public or Accessibility.NotApplicable);
}
