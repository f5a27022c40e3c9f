using TypedMetadata;

namespace Greeter;

/// <summary>Describes the end of the call. It is trailing metadata: the server sends it after its last message.</summary>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record EndInfo(DateTimeOffset EndTime, TimeSpan Took, long Greetings)
{
    public ReadOnlyMemory<byte> Checksum { get; init; } = "greeter"u8.ToArray();
}
