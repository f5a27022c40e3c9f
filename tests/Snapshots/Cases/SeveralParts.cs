using TypedMetadata;

namespace Acme;

public sealed partial record SeveralParts(string First)
{
    public string? Second { get; init; }
}

[GrpcMetadata]
sealed partial record SeveralParts
{
    public string? Third { get; init; }
}
