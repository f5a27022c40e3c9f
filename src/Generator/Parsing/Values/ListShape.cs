using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Tells lists from single values. Bytes are a single value.</summary>
internal static class ListShape
{
    private const string Generic = "System.Collections.Generic";

    internal static bool IsBytes(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => true,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } named => Is(named, "ReadOnlyMemory", "System") || IsImmutableArray(named),
        _ => false,
    };

    internal static (CollectionKind Kind, ITypeSymbol Item)? Of(ITypeSymbol type) => type switch
    {
        _ when IsBytes(type) => null,
        IArrayTypeSymbol { IsSZArray: true } array => (CollectionKind.Array, array.ElementType),
        INamedTypeSymbol { TypeArguments: [ITypeSymbol item] } named =>
            Is(named, "List", Generic) ? (CollectionKind.List, item)
            : Is(named, "IReadOnlyList", Generic) ? (CollectionKind.ReadOnlyList, item)
            : IsImmutableArray(named) ? (CollectionKind.ImmutableArray, item)
            : null,
        _ => null,
    };

    internal static bool IsImmutableArray(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named && Is(named, "ImmutableArray", "System.Collections.Immutable");

    // By parts: to write a type's name out and compare it takes longer than all the rest.
    private static bool Is(INamedTypeSymbol type, string name, string within)
    {
        if (type.Name != name || type.ContainingType is not null)
        {
            return false;
        }

        INamespaceSymbol containing = type.ContainingNamespace;
        string[] parts = within.Split('.');
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            if (containing.Name != parts[i])
            {
                return false;
            }

            containing = containing.ContainingNamespace;
        }

        return containing.IsGlobalNamespace;
    }
}
