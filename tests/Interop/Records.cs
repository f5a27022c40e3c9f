namespace TypedMetadata.Interop;

[GrpcMetadata]
public sealed partial record Caller(string TenantId, [MetadataKey(Sensitive = true)] ReadOnlyMemory<byte> Token)
{
    public int? Attempt { get; init; }
}

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record Begin(string Node, byte[] Stamp);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record End(long Rows)
{
    public byte[]? Digest { get; init; }
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Lists(string[] Tags, byte[][] Blocks);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Labels([MetadataKey(PercentEncoded = true)] string Title, [MetadataKey(PercentEncoded = true)] string[] Tags)
{
    [MetadataKey("user-agent", ReadOnly = true)]
    public string? UserAgent { get; init; }

    [MetadataKey(Aliases = ["x-old-note"])]
    public string? Note { get; init; }
}

[GrpcMetadata(MetadataPositions.All, Prefix = "call-")]
public sealed partial record Context(Origin Origin)
{
    [MetadataPrefix("x-baggage-")]
    public IReadOnlyDictionary<string, string> Baggage { get; init; } = new Dictionary<string, string>();

    [MetadataPrefix("x-baggage-")]
    public IReadOnlyDictionary<string, byte[]>? Blobs { get; init; }

    public Origin2? Second { get; init; }
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Origin(string Region, byte[] Stamp);

[GrpcMetadata(MetadataPositions.All, Prefix = "second-")]
public readonly partial record struct Origin2(string Region);

/// <summary>A record whose constructor throws on what a missing key would leave.</summary>
[GrpcMetadata]
public sealed partial record Strict(string First, string Second)
{
    public int Length { get; } = First.Length + Second.Length;
}

/// <summary>Prefixes of headers that Kestrel knows by name.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Access(
    [MetadataPrefix("access-")] IReadOnlyDictionary<string, string> Controls,
    [MetadataPrefix("accept-")] IReadOnlyDictionary<string, string> Accepts);

/// <summary>A record that no server with a guard names.</summary>
[GrpcMetadata]
public sealed partial record Unchecked(string Name);
