using TypedMetadata;

/// <summary>Who calls.</summary>
[GrpcMetadata]
public sealed partial record CallerInfo(string TenantId, [MetadataKey(Sensitive = true)] string? UserToken = null);

/// <summary>What the call cost.</summary>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record CallCost(int Rows);
