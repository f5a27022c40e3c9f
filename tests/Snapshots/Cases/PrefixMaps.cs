using System;
using System.Collections.Generic;
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record Baggage(
    [MetadataPrefix("x-baggage-", PercentEncoded = true)] IReadOnlyDictionary<string, string> Items,
    [MetadataPrefix("x-count-")] IReadOnlyDictionary<string, int>? Counts = null)
{
    [MetadataPrefix("x-blob-", Sensitive = true)]
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Blobs { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    [MetadataPrefix("x-blob-")]
    public IReadOnlyDictionary<string, DayOfWeek> Days { get; init; } = null!;

    public string Name { get; init; } = "";
}
