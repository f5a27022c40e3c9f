using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Our attributes, looked up once in a compilation.</summary>
internal sealed class KnownSymbols
{
    internal const string GrpcMetadataName = "TypedMetadata.GrpcMetadataAttribute";

    private KnownSymbols(Compilation compilation, INamedTypeSymbol grpcMetadata, INamedTypeSymbol metadataKey, INamedTypeSymbol metadataPrefix, INamedTypeSymbol metadataIgnore, INamedTypeSymbol metadataConverter)
    {
        Compilation = compilation;
        GrpcMetadata = grpcMetadata;
        MetadataKey = metadataKey;
        MetadataPrefix = metadataPrefix;
        MetadataIgnore = metadataIgnore;
        MetadataConverter = metadataConverter;
    }

    /// <summary>Where they were looked up.</summary>
    internal Compilation Compilation { get; }

    internal INamedTypeSymbol GrpcMetadata { get; }

    internal INamedTypeSymbol MetadataKey { get; }

    internal INamedTypeSymbol MetadataPrefix { get; }

    internal INamedTypeSymbol MetadataIgnore { get; }

    internal INamedTypeSymbol MetadataConverter { get; }

    /// <summary>The attributes, or null in a compilation that does not refer to the runtime.</summary>
    internal static KnownSymbols? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName(GrpcMetadataName) is { } grpcMetadata
        && compilation.GetTypeByMetadataName("TypedMetadata.MetadataKeyAttribute") is { } metadataKey
        && compilation.GetTypeByMetadataName("TypedMetadata.MetadataPrefixAttribute") is { } metadataPrefix
        && compilation.GetTypeByMetadataName("TypedMetadata.MetadataIgnoreAttribute") is { } metadataIgnore
        && compilation.GetTypeByMetadataName("TypedMetadata.MetadataConverterAttribute") is { } metadataConverter
            ? new KnownSymbols(compilation, grpcMetadata, metadataKey, metadataPrefix, metadataIgnore, metadataConverter)
            : null;

    internal AttributeData? Find(ISymbol? symbol, INamedTypeSymbol attribute)
    {
        if (symbol is null)
        {
            return null;
        }

        foreach (AttributeData candidate in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute))
            {
                return candidate;
            }
        }

        return null;
    }
}
