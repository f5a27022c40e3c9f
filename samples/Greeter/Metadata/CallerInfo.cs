using TypedMetadata;

namespace Greeter;

/// <summary>Describes the caller. It is request metadata: the client sends it with the call.</summary>
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
