using TypedMetadata;

namespace Greeter;

/// <summary>Who calls: request metadata.</summary>
[GrpcMetadata]
public sealed partial record CallerInfo(
    string TenantId,
    [MetadataKey("auth-token", Sensitive = true)] Guid AuthToken,
    [MetadataKey("auth-token-bin", Sensitive = true)] Guid AuthTokenBytes,
    int Attempt = 1)
{
    public string? Locale { get; init; }

    [MetadataKey("trace-ctx-bin")]
    public TraceContext? Trace { get; init; }
}
