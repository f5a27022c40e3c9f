using TypedMetadata;

namespace Shop;

/// <summary>Whoever calls, as text, whether it is good or not: for a log, in which a bad key should not hide the others.</summary>
[GrpcMetadata]
public sealed partial record LoggedCaller(
    string? TenantId,
    string? RequestId,
    [MetadataKey(Sensitive = true)] string? UserToken,
    string? AppVersion);
