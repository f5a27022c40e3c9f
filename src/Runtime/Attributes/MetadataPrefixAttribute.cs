namespace TypedMetadata;

/// <summary>
/// Makes an <c>IReadOnlyDictionary&lt;string, T&gt;</c> of all keys that start with a prefix: an entry's key is the prefix and the entry's
/// name, with <c>-bin</c> at the end when <c>T</c> is binary. Absent keys make an empty dictionary; at most 64 entries are read or written.
/// Keys that gRPC or HTTP reserves never belong to it.
/// </summary>
/// <param name="prefix">Three lower-case characters or more, the last of them <c>-</c>. No other key of the record may start with it.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MetadataPrefixAttribute(string prefix) : Attribute
{
    /// <summary>What every key starts with, such as <c>x-baggage-</c>.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Whether the values are secrets: they print as <c>***</c>, and a comma in a text counts as two values.</summary>
    public bool Sensitive { get; set; }

    /// <summary>Gets or sets a value that indicates whether at least one key with the prefix must be present. The default is false.</summary>
    public bool Required { get; set; }

    /// <summary>Whether the values may be text of any script, written as percent-encoded UTF-8. Only for <c>string</c>.</summary>
    public bool PercentEncoded { get; set; }
}
