using TypedMetadata;

namespace Shop;

/// <summary>Describes the caller. It is forwarded from service to service. The token is forwarded only to services that act for the user.</summary>
[GrpcMetadata]
public sealed partial record CallerInfo(
    string TenantId,
    Guid RequestId,
    [MetadataKey(Sensitive = true)] string? UserToken = null);
