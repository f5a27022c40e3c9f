using TypedMetadata;

namespace Shop;

/// <summary>Describes the server that handles the call. It is initial metadata.</summary>
[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record ServerInfo(Role Role, int ProcessId);

/// <summary>The services, in the order in which a call passes through them.</summary>
public enum Role
{
    Gateway,
    Orders,
    Stock,
}
