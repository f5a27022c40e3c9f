using TypedMetadata;

namespace Shop;

/// <summary>Who wants something, and for which request: it goes from service to service. The token is for those that act in the user's name.</summary>
[GrpcMetadata]
public sealed partial record CallerInfo(
    string TenantId,
    Guid RequestId,
    [MetadataKey(Sensitive = true)] string? UserToken = null);
