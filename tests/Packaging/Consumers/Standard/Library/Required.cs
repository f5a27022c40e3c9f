using TypedMetadata;

namespace Library;

/// <summary>A record with a member that must be set, as a polyfill makes possible.</summary>
[GrpcMetadata]
public sealed partial record Named
{
    public required string Name { get; init; }
}
