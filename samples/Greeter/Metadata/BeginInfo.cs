using TypedMetadata;

namespace Greeter;

/// <summary>What the server says before its first message: initial metadata.</summary>
[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record BeginInfo(DateTimeOffset BeginTime, ServedBy ServedBy);

public enum ServedBy
{
    Primary,
    Replica,
}
