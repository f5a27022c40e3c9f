namespace TypedMetadata;

/// <summary>
/// Specifies that an <c>IReadOnlyDictionary&lt;string, T&gt;</c> holds all keys that start with a prefix. A key is the prefix and the name in the
/// dictionary, with <c>-bin</c> at the end if <c>T</c> is binary. Without such keys the dictionary is empty. At most 64 entries are read or written.
/// Keys that gRPC or HTTP reserves are never part of it.
/// </summary>
/// <param name="prefix">Three lower-case characters or more, the last of them <c>-</c>. No other key of the record may start with it.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MetadataPrefixAttribute(string prefix) : Attribute
{
    /// <summary>Gets the prefix, such as <c>x-baggage-</c>.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Gets or sets a value that indicates whether the values are secrets: they print as <c>***</c>, and a comma in a text is rejected. The default is false.</summary>
    public bool Sensitive { get; set; }

    /// <summary>Gets or sets a value that indicates whether at least one key with the prefix must be present. The default is false.</summary>
    public bool Required { get; set; }

    /// <summary>Gets or sets a value that indicates whether text of any script is written as percent-encoded UTF-8. Applies to <c>string</c>. The default is false.</summary>
    public bool PercentEncoded { get; set; }
}
