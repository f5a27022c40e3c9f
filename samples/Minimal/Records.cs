using TypedMetadata;

/// <summary>Describes the caller.</summary>
[GrpcMetadata]
public sealed partial record CallerInfo(string TenantId, [MetadataKey(Sensitive = true)] string? UserToken = null);

/// <summary>Describes the cost of the call.</summary>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record CallCost(int Rows);
