using System.ComponentModel;

namespace TypedMetadata.Generated;

/// <summary>One key of a record.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetadataField(string key, bool sensitive = false)
{
    /// <summary>The key as it is on the wire, lower-case.</summary>
    public string Key { get; } = key;

    /// <summary>Whether the key carries base64: it ends in <c>-bin</c>.</summary>
    public bool IsBinary { get; } = Keys.KeyGrammar.IsBinary(key);

    /// <summary>Whether the value is a secret.</summary>
    public bool Sensitive { get; } = sensitive;
}
