using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Types of properties and of what they hold.</summary>
internal static class ValueTypes
{
    /// <summary>The type without its outer nullability.</summary>
    internal static ITypeSymbol Of(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [ITypeSymbol value] }
            ? value
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    /// <summary>The type as messages name it.</summary>
    internal static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
