#nullable disable
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record NullableDisabled(string Required, int? Optional)
{
    public byte[] Bytes { get; init; }
    public string Kept { get; init; } = "kept";
}
