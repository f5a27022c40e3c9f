namespace TypedMetadata;

/// <summary>How a key's value goes on the wire (PROTOCOL-HTTP2.md, "Custom-Metadata").</summary>
public enum MetadataKeyKind
{
    /// <summary>Printable ASCII, as it is.</summary>
    Text,

    /// <summary>Bytes in base64, on a key that ends in <c>-bin</c>.</summary>
    Binary,
}
