using TypedMetadata;

namespace Shop;

/// <summary>Who answers: initial metadata.</summary>
[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record ServerInfo(Role Role, int ProcessId);

/// <summary>The services, from the one that a client sees to the last.</summary>
public enum Role
{
    Gateway,
    Orders,
    Stock,
}
