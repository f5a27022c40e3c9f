namespace TypedMetadata;

/// <summary>Specifies that a property or positional parameter of a metadata record is neither written nor read.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MetadataIgnoreAttribute : Attribute;
