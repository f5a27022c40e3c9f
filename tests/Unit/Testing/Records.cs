namespace TypedMetadata.Unit.Testing;

[GrpcMetadata]
public sealed partial record CallerInfo(string TenantId, [MetadataKey("auth-token-bin", Sensitive = true)] byte[] Token, int Attempt = 1);

[GrpcMetadata]
public sealed partial record TraceInfo(string TraceId, string? Parent = null);

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record BeginInfo(string Node);

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record RegionInfo(string Region);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record EndInfo(long Rows)
{
    public byte[]? Digest { get; init; }
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Labels(string[] Tags, byte[][] Blobs)
{
    [MetadataPrefix("x-label-")]
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();
}
