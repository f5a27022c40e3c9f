using TypedMetadata;

namespace Greeter;

/// <summary>Describes the start of the call. It is initial metadata: the server sends it before its first message.</summary>
[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record BeginInfo(DateTimeOffset BeginTime, ServedBy ServedBy);

public enum ServedBy
{
    Primary,
    Replica,
}
