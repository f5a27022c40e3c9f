namespace TypedMetadata;

/// <summary>Keeps a property or positional parameter of a metadata record off the wire.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MetadataIgnoreAttribute : Attribute;
