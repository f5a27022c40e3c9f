using TypedMetadata;

namespace Shop;

/// <summary>Describes the caller for the log. Every key is optional text, so an invalid value does not prevent the other keys from being logged.</summary>
[GrpcMetadata]
public sealed partial record LoggedCaller(
    string? TenantId,
    string? RequestId,
    [MetadataKey(Sensitive = true)] string? UserToken,
    string? AppVersion);
