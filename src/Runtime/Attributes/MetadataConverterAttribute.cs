namespace TypedMetadata;

/// <summary>
/// Specifies the converter of a property, a positional parameter or a type. On a list, it converts each item.
/// </summary>
/// <param name="converter">
/// A type that implements <see cref="ITextMetadataConverter{T}"/>, <see cref="IBinaryMetadataConverter{T}"/> or both, and has a public parameterless constructor.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface)]
public sealed class MetadataConverterAttribute(Type converter) : Attribute
{
    /// <summary>Gets the type of the converter.</summary>
    public Type Converter { get; } = converter;
}
