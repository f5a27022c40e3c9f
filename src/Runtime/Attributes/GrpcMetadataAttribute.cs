namespace TypedMetadata;

/// <summary>
/// Makes a <c>partial record</c> a set of gRPC metadata: the source generator writes how it is read from and written to
/// metadata, one key for each property.
/// </summary>
/// <param name="directions">Where the record travels. Methods of another direction refuse it at compile time.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GrpcMetadataAttribute(MetadataDirections directions = MetadataDirections.Request) : Attribute
{
    /// <summary>Where the record travels.</summary>
    public MetadataDirections Directions { get; } = directions;
}
