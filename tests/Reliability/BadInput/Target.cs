using Grpc.Core;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>What is attacked: a key of every kind, each of them optional, so that nothing but the bad field decides.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Target
{
    public string? Text { get; init; }

    public int? Number { get; init; }

    public bool? Flag { get; init; }

    public Guid? Id { get; init; }

    public string[]? Names { get; init; }

    [MetadataKey("blob-bin")]
    public byte[]? Blob { get; init; }

    [MetadataKey("blobs-bin")]
    public byte[][]? Blobs { get; init; }

    [MetadataKey(Sensitive = true, ErrorStatusCode = StatusCode.Unauthenticated)]
    public string? Secret { get; init; }

    [MetadataKey(PercentEncoded = true)]
    public string? Title { get; init; }

    [MetadataPrefix("x-map-")]
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();
}

/// <summary>Tells a neighbour's metadata from anybody else's.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Badge(string Holder, byte[] Stamp);
