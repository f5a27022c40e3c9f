namespace TypedMetadata.Tests;

/// <summary>A record with a derived key and one that is written out.</summary>
[GrpcMetadata]
public sealed partial record ReferencedRecord(string Name)
{
    /// <summary>Travels under the same key wherever the record is.</summary>
    [MetadataKey("note")]
    public string? Note { get; init; }
}
