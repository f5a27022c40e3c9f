using CsCheck;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Records;

/// <summary>What is written is read back equal, in every culture.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> _text = Gen.Char[' ', '~'].Array[1, 40].Select(letters => new string(letters)).Where(text => text.Trim() == text && text.Length != 0);
    private static readonly Gen<byte[]> _bytes = Gen.Byte.Array[1, 70];

    private static readonly Gen<DateTimeOffset> _time =
        Gen.Select(Gen.Long[DateTime.MinValue.Ticks + TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14 * 60, 14 * 60])
            .Select((ticks, minutes) => new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    public void Every_type_round_trips(string culture)
    {
        using CultureScope scope = new(culture);
        Check(Gen.Bool, value => new Everything { Boolean = value }, record => record.Boolean);
        Check(Gen.SByte, value => new Everything { Int8 = value }, record => record.Int8);
        Check(Gen.Byte, value => new Everything { UInt8 = value }, record => record.UInt8);
        Check(Gen.Short, value => new Everything { Int16 = value }, record => record.Int16);
        Check(Gen.UShort, value => new Everything { UInt16 = value }, record => record.UInt16);
        Check(Gen.Int, value => new Everything { Int32 = value }, record => record.Int32);
        Check(Gen.UInt, value => new Everything { UInt32 = value }, record => record.UInt32);
        Check(Gen.Long, value => new Everything { Int64 = value }, record => record.Int64);
        Check(Gen.ULong, value => new Everything { UInt64 = value }, record => record.UInt64);
        Check(Gen.Single, value => new Everything { Single = value }, record => record.Single);
        Check(Gen.Double, value => new Everything { Double = value }, record => record.Double);
        Check(Gen.Decimal, value => new Everything { Decimal = value }, record => record.Decimal);
        Check(Gen.Guid, value => new Everything { Uuid = value }, record => record.Uuid);
        Check(Gen.Guid, value => new Everything { RawUuid = value }, record => record.RawUuid);
        Check(_time, value => new Everything { Time = value }, record => record.Time);
        Check(Gen.Long.Select(ticks => new TimeSpan(ticks)), value => new Everything { Duration = value }, record => record.Duration);
        Check(Gen.Int[0, 6].Select(day => (DayOfWeek)day), value => new Everything { Day = value }, record => record.Day);
        Check(_text, value => new Everything { Text = value }, record => record.Text);
        Check(Gen.String[1, 30].Where(IsUtf16), value => new Everything { Utf8 = value }, record => record.Utf8);
        Check(_bytes, value => new Everything { Array = value }, record => record.Array);
        Check(_bytes, value => new Everything { Memory = value }, record => record.Memory?.ToArray());
        Check(_bytes.Select(ByteString.CopyFrom), value => new Everything { ByteString = value }, record => record.ByteString);
        Check(Gen.Long.Select(seconds => new Timestamp { Seconds = seconds }), value => new Everything { Message = value }, record => record.Message);
    }

    [Fact]
    public void An_offset_is_kept() => Check(_time, value => new Everything { Time = value }, record => record.Time?.Offset, value => value.Offset);

    [Theory]
    [InlineData(long.MinValue, "-922337203685.4775808s")]
    [InlineData(long.MaxValue, "922337203685.4775807s")]
    [InlineData(0, "0s")]
    [InlineData(35_000_000, "3.5s")]
    [InlineData(-1, "-0.0000001s")]
    public void A_duration_is_spelled_as_protobuf_JSON(long ticks, string text)
    {
        Assert.Equal(text, new Everything { Duration = new TimeSpan(ticks) }.ToMetadata().GetValue("duration"));
        Assert.Equal(ticks, new Metadata { { "duration", text } }.Read<Everything>().Duration!.Value.Ticks);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2024-02-29T00:00:00.1-14:00")]
    public void A_time_has_one_spelling(string text) =>
        Assert.Equal(text, new Metadata { { "time", text } }.Read<Everything>().ToMetadata().GetValue("time"));

    [Theory]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("2026-11-23T01:02:60Z")]
    [InlineData("2026-11-23T01:02:03")]
    [InlineData("2026-11-23T01:02:03.Z")]
    [InlineData("2026-11-23T01:02:03.1234567890Z")]
    [InlineData("2026-11-23T01:02:03+14:01")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("2026-13-23T01:02:03Z")]
    public void What_is_not_RFC_3339_is_malformed(string text)
    {
        Assert.False(new Metadata { { "time", text } }.TryRead<Everything>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(MetadataErrorKind.Malformed, Assert.Single(errors).Kind);
    }

    private static void Check<T>(Gen<T> values, Func<T, Everything> make, Func<Everything, object?> take) =>
        Check(values, make, take, value => value);

    private static void Check<T>(Gen<T> values, Func<T, Everything> make, Func<Everything, object?> take, Func<T, object?> expected) =>
        values.Sample(
            value =>
            {
                Metadata metadata = make(value);
                Assert.Single(metadata);
                Assert.Equal(expected(value), take(metadata.Read<Everything>()));
            },
            iter: 1_000);

    private static bool IsUtf16(string text) => !text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);
}

[GrpcMetadata]
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
