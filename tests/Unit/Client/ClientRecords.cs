namespace TypedMetadata.Unit.Client;

[GrpcMetadata]
public sealed partial record Traveller([MetadataKey(Aliases = ["x-tenant"])] string TenantId, string[] Tags)
{
    public int? Attempt { get; init; }

    public byte[]? Stamp { get; init; }

    [MetadataPrefix("x-bag-")]
    public IReadOnlyDictionary<string, string> Bag { get; init; } = new Dictionary<string, string>();
}

/// <summary>Secrets of every shape, all required.</summary>
[GrpcMetadata]
public sealed partial record Secretly(
    string Open,
    [MetadataKey("authorization", Sensitive = true, Aliases = ["x-api-key"])] string Text,
    [MetadataKey(Sensitive = true)] byte[] Bytes,
    [MetadataKey(Sensitive = true)] string[] Texts,
    [MetadataKey(Sensitive = true)] byte[][] Blocks,
    [MetadataKey(Sensitive = true)] Vault Vault)
{
    [MetadataPrefix("x-secret-", Sensitive = true)]
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    [MetadataPrefix("x-hidden-", Sensitive = true)]
    public IReadOnlyDictionary<string, byte[]> Blobs { get; init; } = new Dictionary<string, byte[]>();
}

[GrpcMetadata]
public sealed partial record Vault(string Combination, int Doors);

[GrpcMetadata]
public readonly partial record struct Numbered(int Number);
