using System;
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record Initializers
{
    public string Kept { get; init; } = "kept";
    public int Number { get; set; } = 42;
    public string Quieted { get; init; } = null!;
    public Guid QuietedToo { get; init; } = default!;
    public DateTimeOffset Defaulted { get; init; } = default;
    public string? NullableKept { get; init; } = "kept too";
    internal string Inside { get; private set; } = "inside";
    private string Hidden { get; init; } = "not on the wire";
    [MetadataKey("private-but-named")] private string Named { get; init; } = "on the wire";
}
