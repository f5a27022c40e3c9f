using System.ComponentModel;

namespace TypedMetadata.Generated;

/// <summary>One key of a record, and the options beside it.</summary>
/// <param name="key">The key as it is on the wire, lower-case.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetadataField(string key)
{
    /// <summary>What a list holds at most when nothing else is said.</summary>
    public const int DefaultMaxItems = 256;

    /// <summary>The key as it is on the wire, lower-case.</summary>
    public string Key { get; } = key;

    /// <summary>Whether the value is a secret.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Whether a comma in a secret text is part of it.</summary>
    public bool AllowComma { get; init; }

    /// <summary>Which of several different values counts.</summary>
    public DuplicatePolicy Duplicates { get; init; }

    /// <summary>What a list holds at most.</summary>
    public int MaxItems { get; init; } = DefaultMaxItems;

    /// <summary>Whether an empty value is written, and absence read as it; null where the type decides.</summary>
    public bool? AllowEmpty { get; init; }

    /// <summary>Whether the key is read and never written.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Former names of the key, lower-case.</summary>
    public string[] ReadAlso { get; init; } = [];
}
