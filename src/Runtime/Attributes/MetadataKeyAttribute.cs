namespace TypedMetadata;

/// <summary>Sets the key of a property or positional parameter of a metadata record, and how its value is treated.</summary>
/// <remarks>
/// Without a key it is derived from the property's name: <c>TenantId</c> is <c>tenant-id</c>, and bytes called <c>Payload</c> are <c>payload-bin</c>. A key that ends
/// in <c>-bin</c> carries bytes as base64 (PROTOCOL-HTTP2.md, Custom-Metadata); any other carries printable ASCII.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class MetadataKeyAttribute : Attribute
{
    /// <summary>Keeps the derived key, to set options only.</summary>
    public MetadataKeyAttribute()
    {
    }

    /// <summary>Sets the key.</summary>
    /// <param name="key">Lower-case letters, digits, <c>_</c>, <c>-</c> and <c>.</c>.</param>
    public MetadataKeyAttribute(string key) => Key = key;

    /// <summary>The key, or null for the derived one.</summary>
    public string? Key { get; }

    /// <summary>
    /// The value is a secret: the record's <c>ToString</c> and debugger display show <c>***</c>. On a text key a comma counts as
    /// two joined values, since a proxy may have joined an attacker's value to the real one, and is refused.
    /// </summary>
    public bool Sensitive { get; set; }

    /// <summary>A comma in the text of a sensitive property is part of the value, as in <c>Digest username="a", realm="b"</c>.</summary>
    public bool AllowComma { get; set; }

    /// <summary>Which of several different values counts; by default none, and the read fails. Not for lists.</summary>
    public DuplicatePolicy Duplicates { get; set; }

    /// <summary>How many items a list may hold, read or written: 256 unless set.</summary>
    public int MaxItems { get; set; } = Generated.MetadataField.DefaultMaxItems;
}
