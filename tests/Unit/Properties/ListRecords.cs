using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace TypedMetadata.Unit.Properties;

/// <summary>An array of every type.</summary>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record Arrays
{
    public string[] Text { get; init; } = [];

    [MetadataKey("utf8-bin")]
    public string[] Utf8 { get; init; } = [];

    public bool[] Boolean { get; init; } = [];

    public sbyte[] Int8 { get; init; } = [];

    public short[] Int16 { get; init; } = [];

    public ushort[] UInt16 { get; init; } = [];

    public int[] Int32 { get; init; } = [];

    public uint[] UInt32 { get; init; } = [];

    public long[] Int64 { get; init; } = [];

    public ulong[] UInt64 { get; init; } = [];

    public float[] Single { get; init; } = [];

    public double[] Double { get; init; } = [];

    public decimal[] Decimal { get; init; } = [];

    public Int128[] Int128 { get; init; } = [];

    public UInt128[] UInt128 { get; init; } = [];

    public Half[] Half { get; init; } = [];

    public char[] Char { get; init; } = [];

    public DateTime[] Utc { get; init; } = [];

    public DateOnly[] Birthday { get; init; } = [];

    public TimeOnly[] TimeOfDay { get; init; } = [];

    public Uri[] Uri { get; init; } = [];

    public Version[] Version { get; init; } = [];

    public IPAddress[] Address { get; init; } = [];

    public BigInteger[] Huge { get; init; } = [];

    public Wired[] Wired { get; init; } = [];

    public ImmutableArray<byte>[] Immutable { get; init; } = [];

    public Guid[] Uuid { get; init; } = [];

    [MetadataKey("raw-uuid-bin")]
    public Guid[] RawUuid { get; init; } = [];

    public DateTimeOffset[] Time { get; init; } = [];

    public TimeSpan[] Duration { get; init; } = [];

    public DayOfWeek[] Day { get; init; } = [];

    public byte[][] Array { get; init; } = [];

    public ReadOnlyMemory<byte>[] Memory { get; init; } = [];

    public ByteString[] ByteString { get; init; } = [];

    public Timestamp[] Message { get; init; } = [];
}

/// <summary>Every type in one of the other kinds of list.</summary>
[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record OtherLists
{
    public List<string> Text { get; init; } = [];

    [MetadataKey("utf8-bin")]
    public IReadOnlyList<string> Utf8 { get; init; } = [];

    public ImmutableArray<bool> Boolean { get; init; } = [];

    public List<sbyte> Int8 { get; init; } = [];

    public ImmutableArray<short> Int16 { get; init; } = [];

    public List<ushort> UInt16 { get; init; } = [];

    public IReadOnlyList<int> Int32 { get; init; } = [];

    public ImmutableArray<uint> UInt32 { get; init; } = [];

    public List<long> Int64 { get; init; } = [];

    public IReadOnlyList<ulong> UInt64 { get; init; } = [];

    public ImmutableArray<float> Single { get; init; } = [];

    public List<double> Double { get; init; } = [];

    public IReadOnlyList<decimal> Decimal { get; init; } = [];

    public ImmutableArray<Int128> Int128 { get; init; } = [];

    public List<UInt128> UInt128 { get; init; } = [];

    public IReadOnlyList<Half> Half { get; init; } = [];

    public ImmutableArray<char> Char { get; init; } = [];

    public List<DateTime> Utc { get; init; } = [];

    public IReadOnlyList<DateOnly> Birthday { get; init; } = [];

    public ImmutableArray<TimeOnly> TimeOfDay { get; init; } = [];

    public List<Uri> Uri { get; init; } = [];

    public IReadOnlyList<Version> Version { get; init; } = [];

    public ImmutableArray<IPAddress> Address { get; init; } = [];

    public List<BigInteger> Huge { get; init; } = [];

    public IReadOnlyList<Wired> Wired { get; init; } = [];

    public ImmutableArray<ImmutableArray<byte>> Immutable { get; init; } = [];

    public List<Guid> Uuid { get; init; } = [];

    [MetadataKey("raw-uuid-bin")]
    public IReadOnlyList<Guid> RawUuid { get; init; } = [];

    public ImmutableArray<DateTimeOffset> Time { get; init; } = [];

    public List<TimeSpan> Duration { get; init; } = [];

    public IReadOnlyList<DayOfWeek> Day { get; init; } = [];

    public ImmutableArray<byte[]> Array { get; init; } = [];

    public List<ReadOnlyMemory<byte>> Memory { get; init; } = [];

    public IReadOnlyList<ByteString> ByteString { get; init; } = [];

    public ImmutableArray<Timestamp> Message { get; init; } = [];
}
