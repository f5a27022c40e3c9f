namespace TypedMetadata;

/// <summary>
/// Makes a <c>partial record</c> a set of gRPC metadata: the source generator writes how it is read from and written to
/// metadata, one key for each property.
/// </summary>
/// <remarks>
/// A nullable property, one with an initializer and a parameter with a default value are optional; a list without its key is empty, and a
/// protobuf message without its key is the default one; anything else is required. Null is not sent.
/// </remarks>
/// <param name="positions">Where the record travels; with the request headers unless said otherwise. Methods of another position reject it at compile time.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GrpcMetadataAttribute(MetadataPositions positions = MetadataPositions.Request) : Attribute
{
    /// <summary>Where the record travels.</summary>
    public MetadataPositions Positions { get; } = positions;

    /// <summary>What every derived key starts with, such as <c>x-acme-</c>. Keys that are written out have no prefix.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>
    /// How many bytes the record may take when written, 0 for no limit of its own: for each field its name, its value (base64 counted
    /// encoded) and 32, as PROTOCOL-HTTP2.md counts the size of metadata. Reading enforces none.
    /// </summary>
    public int MaxSize { get; set; }
}
