using System.ComponentModel;

namespace TypedMetadata.Generated;

/// <summary>A record's keys. A key's place in <see cref="Fields"/> is its slot.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetadataLayout(string record, params MetadataField[] fields)
{
    /// <summary>The record's name, for messages.</summary>
    public string Record { get; } = record;

    /// <summary>How many bytes the record may take when written; 0 for no limit.</summary>
    public int MaxBytes { get; init; }

    /// <summary>The keys, in the order of the record's properties.</summary>
    public ReadOnlySpan<MetadataField> Fields => fields;
}
