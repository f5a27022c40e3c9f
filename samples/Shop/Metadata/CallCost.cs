using TypedMetadata;

namespace Shop;

/// <summary>Describes the cost of a call. It is trailing metadata.</summary>
/// <param name="Services">The number of services that took part in the call.</param>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record CallCost(int Services);
