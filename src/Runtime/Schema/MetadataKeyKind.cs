namespace TypedMetadata;

/// <summary>Specifies the wire form of the values of a key (PROTOCOL-HTTP2.md, Custom-Metadata).</summary>
public enum MetadataKeyKind
{
    /// <summary>Printable ASCII text.</summary>
    Text,

    /// <summary>Bytes, encoded as base64, on a key that ends with <c>-bin</c>.</summary>
    Binary,
}
