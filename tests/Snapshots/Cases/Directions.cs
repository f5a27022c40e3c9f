using System;
using TypedMetadata;

namespace Acme;

[GrpcMetadata(MetadataDirections.Initial)]
public sealed partial record Begin(DateTimeOffset BeginTime);

[GrpcMetadata(MetadataDirections.Trailing)]
public readonly partial record struct End(long Rows);

[GrpcMetadata(MetadataDirections.Initial | MetadataDirections.Trailing)]
public sealed partial record Both(string Node);

[GrpcMetadata(0)]
public sealed partial record Nowhere(string Node);
