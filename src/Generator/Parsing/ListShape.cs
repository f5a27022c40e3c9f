using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Tells lists from single values. Bytes are a single value.</summary>
internal static class ListShape
{
    internal static bool IsBytes(ITypeSymbol type) =>
        type.ToDisplayString() is "byte[]" or "System.ReadOnlyMemory<byte>" or "System.Collections.Immutable.ImmutableArray<byte>";

    internal static (CollectionKind Kind, ITypeSymbol Item)? Of(ITypeSymbol type) => type switch
    {
        _ when IsBytes(type) => null,
        IArrayTypeSymbol { IsSZArray: true } array => (CollectionKind.Array, array.ElementType),
        INamedTypeSymbol { TypeArguments: [ITypeSymbol item] } named => named.ConstructedFrom.ToDisplayString() switch
        {
            "System.Collections.Generic.List<T>" => (CollectionKind.List, item),
            "System.Collections.Generic.IReadOnlyList<T>" => (CollectionKind.ReadOnlyList, item),
            "System.Collections.Immutable.ImmutableArray<T>" => (CollectionKind.ImmutableArray, item),
            _ => null,
        },
        _ => null,
    };
}
