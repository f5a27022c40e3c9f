namespace TypedMetadata;

/// <summary>What a channel with <c>UseTypedMetadata()</c> does beside what the specification demands.</summary>
public sealed class TypedMetadataClientOptions
{
    /// <summary>
    /// What the header block of a request may take at most, in bytes as the specification counts them: name, value and 32 for each field.
    /// A larger one fails its call with RESOURCE_EXHAUSTED before anything is sent, naming the largest keys. 32 KiB unless set, which is
    /// what Kestrel takes; many servers take 8 KiB.
    /// </summary>
    public int MaxRequestBytes { get; set; } = 32 * 1024;
}
