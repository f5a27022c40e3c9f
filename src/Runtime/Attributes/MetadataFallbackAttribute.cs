namespace TypedMetadata;

/// <summary>
/// Specifies the member of an enum that unknown names read as, so that a peer with a newer enum does not make the read fail. It is written by its own name.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class MetadataFallbackAttribute : Attribute;
