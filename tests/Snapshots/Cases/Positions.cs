using System;
using TypedMetadata;

namespace Acme;

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record Begin(DateTimeOffset BeginTime);

[GrpcMetadata(MetadataPositions.Trailing)]
public readonly partial record struct End(long Rows);

[GrpcMetadata(MetadataPositions.Initial | MetadataPositions.Trailing)]
public sealed partial record Both(string Node);

[GrpcMetadata(0)]
public sealed partial record Nowhere(string Node);
