using TypedMetadata;

namespace Greeter;

/// <summary>What the server says after its last message: trailing metadata.</summary>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record EndInfo(DateTimeOffset EndTime, TimeSpan Took, long Greetings)
{
    public ReadOnlyMemory<byte> Checksum { get; init; } = "greeter"u8.ToArray();
}
