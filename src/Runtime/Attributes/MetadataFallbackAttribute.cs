namespace TypedMetadata;

/// <summary>
/// Specifies the enum member that unknown names are read as. Without it, the read fails if a peer sends a name that the enum does not have.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class MetadataFallbackAttribute : Attribute;
