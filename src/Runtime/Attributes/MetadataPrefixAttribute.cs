namespace TypedMetadata;

/// <summary>
/// Specifies that an <c>IReadOnlyDictionary&lt;string, T&gt;</c> property contains all keys with a prefix. It has at most 64 entries.
/// </summary>
/// <remarks>
/// The key on the wire is the prefix followed by the key in the dictionary, and by <c>-bin</c> if <c>T</c> is binary. If no such key is present, the dictionary is empty. Keys
/// that gRPC or HTTP reserves are never included.
/// </remarks>
/// <param name="prefix">The prefix. It has at least three lower-case characters and ends with <c>-</c>. No other key of the record may start with it.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MetadataPrefixAttribute(string prefix) : Attribute
{
    /// <summary>Gets the prefix, such as <c>x-baggage-</c>.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Gets or sets a value that indicates whether the values are redacted to <c>***</c>. Text values with a comma are then rejected. The default is false.</summary>
    public bool Sensitive { get; set; }

    /// <summary>Gets or sets a value that indicates whether at least one key with the prefix must be present. The default is false.</summary>
    public bool Required { get; set; }

    /// <summary>Gets or sets a value that indicates whether <c>string</c> values are percent-encoded, so that they may contain any Unicode text. The default is false.</summary>
    public bool PercentEncoded { get; set; }
}
