using System.Collections.Immutable;

namespace TypedMetadata.Benchmarks.Work;

/// <summary>The reference record: seven values of the kinds that real services send.</summary>
[GrpcMetadata(MetadataPositions.All)]
internal sealed partial record Reference(
    string TenantId,
    Guid RequestId,
    DateTimeOffset BeginTime,
    [MetadataKey("token-bin", Sensitive = true)] ReadOnlyMemory<byte> Token,
    int? Attempt,
    ImmutableArray<string> Tags,
    [MetadataKey("trace-ctx-bin")] TraceContext Trace)
{
    internal static Reference Sample { get; } = new(
        "acme-corporation",
        new Guid("0d16ad85-6ce4-4773-a1be-9f62b2e886a3"),
        new DateTimeOffset(2026, 11, 23, 1, 2, 3, 456, TimeSpan.Zero),
        Enumerable.Range(1, 32).Select(i => (byte)(i * 7)).ToArray(),
        3,
        ["eu-west", "canary", "v2"],
        new TraceContext { Span = 0x0123456789abcdef, Origin = "gateway", Sampled = true });
}
