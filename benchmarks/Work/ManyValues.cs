using System.Collections.Immutable;

namespace TypedMetadata.Benchmarks.Work;

/// <summary>A list as long as may be.</summary>
[GrpcMetadata]
internal sealed partial record ManyValues([MetadataKey("values", MaxItems = 512)] ImmutableArray<string> Values);
