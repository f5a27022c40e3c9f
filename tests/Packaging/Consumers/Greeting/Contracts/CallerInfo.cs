namespace Contracts;

[GrpcMetadata]
public sealed partial record CallerInfo(string TenantId, [MetadataKey("auth-token-bin", Sensitive = true)] byte[] Token, int Attempt = 1);
