using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using System.Runtime.Serialization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace TypedMetadata.Unit.Properties;

public enum Wired
{
    [EnumMember(Value = "first-one")]
    First,

    [OriginalName("WIRED_SECOND")]
    Second,

    [EnumMember]
    Third,
}

/// <summary>A key of every type.</summary>
[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Everything
{
    public string? Text { get; init; }

    [MetadataKey("utf8-bin")]
    public string? Utf8 { get; init; }

    public bool? Boolean { get; init; }

    public sbyte? Int8 { get; init; }

    public byte? UInt8 { get; init; }

    public short? Int16 { get; init; }

    public ushort? UInt16 { get; init; }

    public int? Int32 { get; init; }

    public uint? UInt32 { get; init; }

    public long? Int64 { get; init; }

    public ulong? UInt64 { get; init; }

    public float? Single { get; init; }

    public double? Double { get; init; }

    public decimal? Decimal { get; init; }

#if !NETSTANDARD_CORE
    public Int128? Int128 { get; init; }

    public UInt128? UInt128 { get; init; }

    public Half? Half { get; init; }
#endif

    public char? Char { get; init; }

    public DateTime? Utc { get; init; }

#if !NETSTANDARD_CORE
    public DateOnly? Birthday { get; init; }

    public TimeOnly? TimeOfDay { get; init; }
#endif

    public Uri? Uri { get; init; }

    public Version? Version { get; init; }

    public IPAddress? Address { get; init; }

#if !NETSTANDARD_CORE
    public BigInteger? Huge { get; init; }
#endif

    public Wired? Wired { get; init; }

    public ImmutableArray<byte>? Immutable { get; init; }

    public Guid? Uuid { get; init; }

    [MetadataKey("raw-uuid-bin")]
    public Guid? RawUuid { get; init; }

    public DateTimeOffset? Time { get; init; }

    public TimeSpan? Duration { get; init; }

    public DayOfWeek? Day { get; init; }

    public byte[]? Array { get; init; }

    public ReadOnlyMemory<byte>? Memory { get; init; }

    public ByteString? ByteString { get; init; }

    public Timestamp? Message { get; init; }
}
