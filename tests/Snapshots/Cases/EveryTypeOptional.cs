using System;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using TypedMetadata;

namespace Acme;

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record EveryTypeOptional
{
    public string? Text { get; init; }
    public bool? Boolean { get; init; }
    public ulong? UInt64 { get; init; }
    public decimal? Decimal { get; init; }
    public Guid? Uuid { get; init; }
    [MetadataKey("raw-uuid-bin")] public Guid? RawUuid { get; init; }
    public DateTimeOffset? Time { get; init; }
    public TimeSpan? Duration { get; init; }
    public DayOfWeek? Day { get; init; }
    public byte[]? Array { get; init; }
    public ReadOnlyMemory<byte>? Memory { get; init; }
    public ByteString? ByteString { get; init; }
    public Timestamp? Message { get; init; }
}
