namespace TypedMetadata;

/// <summary>
/// Marks a <c>partial record</c> as gRPC metadata. The source generator writes the code that reads it from metadata and writes it to
/// metadata, with one key for each property.
/// </summary>
/// <remarks>
/// A nullable property, a property with an initializer and a parameter with a default value are optional. A list without its key is empty, and a
/// protobuf message without its key is the default message. Any other key is required. Null is not sent.
/// </remarks>
/// <param name="positions">The positions of the record. The default is <see cref="MetadataPositions.Request"/>. To use the record in another position is a compile-time error.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GrpcMetadataAttribute(MetadataPositions positions = MetadataPositions.Request) : Attribute
{
    /// <summary>Gets the positions of the record.</summary>
    public MetadataPositions Positions { get; } = positions;

    /// <summary>Gets or sets the prefix of every derived key, such as <c>x-acme-</c>. It does not apply to keys that are written out. The default is empty.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>
    /// Gets or sets the maximum size of the record when it is written, in bytes. Each entry counts its key, its value (base64 as it is encoded) and 32, as in
    /// PROTOCOL-HTTP2.md. The default is 0, which sets no limit. Reading enforces no limit.
    /// </summary>
    public int MaxSize { get; set; }
}
