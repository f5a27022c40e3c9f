using System;
using TypedMetadata;

namespace Acme;

/// <summary>Who calls, and "why".</summary>
/// <param name="TenantId">The <c>tenant</c>.</param>
[GrpcMetadata]
public sealed partial record Positional(
    string TenantId,
    Guid RequestId,
    [MetadataKey("x-attempt")] int Attempt = 1,
    double Ratio = double.NaN,
    string Greeting = "say \"hi\"")
{
    [MetadataIgnore]
    public string Local { get; init; } = "";

    public int Computed => Attempt * 2;
}
