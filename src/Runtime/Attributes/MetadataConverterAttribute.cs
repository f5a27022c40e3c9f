namespace TypedMetadata;

/// <summary>
/// Specifies the converter of a property, a positional parameter or a type: an <see cref="ITextMetadataConverter{T}"/>, an
/// <see cref="IBinaryMetadataConverter{T}"/> or both, with a public parameterless constructor. On a list it converts the items.
/// </summary>
/// <param name="converter">The converter's type.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface)]
public sealed class MetadataConverterAttribute(Type converter) : Attribute
{
    /// <summary>Gets the converter's type.</summary>
    public Type Converter { get; } = converter;
}
