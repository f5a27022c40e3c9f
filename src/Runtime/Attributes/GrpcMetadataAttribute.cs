namespace TypedMetadata;

/// <summary>
/// Specifies that a <c>partial record</c> is gRPC metadata. The source generator adds code that reads the record from metadata and writes it to metadata, with one key
/// for each property.
/// </summary>
/// <remarks>
/// Nullable properties, properties with an initializer and parameters with a default value are optional. An absent list is empty, and an absent protobuf message is the
/// default message. All other keys are required. A null value is not written.
/// </remarks>
/// <param name="positions">The positions of the record. The default is <see cref="MetadataPositions.Request"/>. Using the record in another position is a compile-time error.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GrpcMetadataAttribute(MetadataPositions positions = MetadataPositions.Request) : Attribute
{
    /// <summary>Gets the positions of the record.</summary>
    public MetadataPositions Positions { get; } = positions;

    /// <summary>Gets or sets the prefix of all derived keys, such as <c>x-acme-</c>. It does not apply to explicit keys. The default is the empty string.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>
    /// Gets or sets the maximum size of the record when it is written, in bytes. The default is 0, which means no limit. There is no limit on reading.
    /// </summary>
    /// <remarks>The size of an entry is the length of its key plus the length of its encoded value plus 32, as PROTOCOL-HTTP2.md of the gRPC specification counts it.</remarks>
    public int MaxSize { get; set; }
}
