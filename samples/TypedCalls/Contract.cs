namespace TypedCalls;

/// <summary>The metadata that every client sends.</summary>
[GrpcMetadata]
public sealed partial record CallerInfo(string TenantId, [MetadataKey(Sensitive = true)] byte[] Token);

/// <summary>The metadata that the server sends before the first message.</summary>
[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record BeginInfo(DateTimeOffset BeginTime);

/// <summary>The metadata that the server sends after the last message.</summary>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record EndInfo(int Rows);

/// <summary>The contract of the service. The client and the server share it.</summary>
[RequestMetadata<CallerInfo>]
[InitialMetadata<BeginInfo>]
[TrailingMetadata<EndInfo>]
public static class GreeterContract;
