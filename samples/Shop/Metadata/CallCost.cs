using TypedMetadata;

namespace Shop;

/// <summary>What a call took: trailing metadata.</summary>
/// <param name="Services">How many services worked on it.</param>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record CallCost(int Services);
