using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using System.Runtime.Serialization;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
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

    private static readonly Gen<Version> _version =
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[-1, 9], Gen.Int[-1, 9])
            .Select((major, minor, build, revision) => build < 0 ? new Version(major, minor) : revision < 0 ? new Version(major, minor, build) : new Version(major, minor, build, revision));

    private static readonly string[] _uriStarts = ["https://example.org/", "/rooted/", "relative/", "urn:isbn:", "file:///"];

    private static readonly Gen<Uri> _uri = Gen.Select(Gen.Int[0, 4].Select(number => _uriStarts[number]), Gen.Char['a', 'z'].Array[1, 9])
        .Select((start, rest) => new Uri(start + new string(rest), start[0] == '/' ? UriKind.Relative : UriKind.RelativeOrAbsolute));

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
        Check(Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new UInt128(high, low)), value => new Everything { UInt128 = value }, record => record.UInt128);
        Check(Gen.Select(Gen.ULong, Gen.ULong, (high, low) => (Int128)new UInt128(high, low)), value => new Everything { Int128 = value }, record => record.Int128);
        Check(Gen.UShort.Select(bits => BitConverter.UInt16BitsToHalf(bits)), value => new Everything { Half = value }, record => record.Half);
        Check(Gen.Char['!', '~'], value => new Everything { Char = value }, record => record.Char);
        Check(_time.Select(time => time.UtcDateTime), value => new Everything { Utc = value }, record => record.Utc);
        Check(_time.Select(time => DateOnly.FromDateTime(time.DateTime)), value => new Everything { Birthday = value }, record => record.Birthday);
        Check(_time.Select(time => TimeOnly.FromDateTime(time.DateTime)), value => new Everything { TimeOfDay = value }, record => record.TimeOfDay);
        Check(_uri, value => new Everything { Uri = value }, record => record.Uri);
        Check(_version, value => new Everything { Version = value }, record => record.Version);
        Check(Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).Select(bytes => new IPAddress(bytes)), value => new Everything { Address = value }, record => record.Address);
        Check(Gen.Long.Select(number => new BigInteger(number) * long.MaxValue), value => new Everything { Huge = value }, record => record.Huge);
        Check(Gen.Int[0, 2].Select(number => (Wired)number), value => new Everything { Wired = value }, record => record.Wired);
        Check(_bytes.Select(bytes => bytes.ToImmutableArray()), value => new Everything { Immutable = value }, record => record.Immutable?.ToArray(), value => value.ToArray());
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

    [Theory]
    [InlineData(Wired.First, "first-one")]
    [InlineData(Wired.Second, "WIRED_SECOND")]
    [InlineData(Wired.Third, "Third")]
    public void An_enum_is_written_by_its_wire_name_and_read_by_that_or_its_own(Wired value, string wireName)
    {
        Assert.Equal(wireName, new Everything { Wired = value }.ToMetadata().GetValue("wired"));
        Assert.Equal(value, new Metadata { { "wired", wireName.ToUpperInvariant() } }.Read<Everything>().Wired);
        Assert.Equal(value, new Metadata { { "wired", value.ToString().ToLowerInvariant() } }.Read<Everything>().Wired);

        Metadata metadata = [];
        metadata.Set(MetadataKey.Enum<Wired>("wired"), value);
        Assert.Equal(wireName, metadata.GetValue("wired"));
        Assert.Equal(value, metadata.Get(MetadataKey.Enum<Wired>("wired")));
    }

    [Fact]
    public void A_wire_name_that_is_another_members_own_name_is_the_wire_name()
    {
        foreach (Crossed value in System.Enum.GetValues<Crossed>())
        {
            Crossing sent = new(value);
            Assert.Equal(sent, sent.ToMetadata().Read<Crossing>());

            MetadataKey<Crossed> key = MetadataKey.Enum<Crossed>("value");
            Assert.Equal(value, sent.ToMetadata().Get(key));
        }
    }

    [Fact]
    public void A_local_DateTime_has_no_wire_form()
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => new Everything { Utc = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Local) }.ToMetadata());
        Assert.Equal(MetadataErrorKind.Invalid, Assert.Single(exception.Errors).Kind);
    }

    [Theory]
    [InlineData("address", "[::1]")]
    [InlineData("address", "[::1]:80")]
    [InlineData("address", "1.2.3")]
    [InlineData("address", "1.2.3.4.5")]
    [InlineData("address", "0x7f.0.0.1")]
    [InlineData("address", "1.2.3.256")]
    [InlineData("version", "1")]
    [InlineData("version", "1. 2")]
    [InlineData("version", "01.2")]
    [InlineData("time-of-day", "24:00:00")]
    [InlineData("time-of-day", "01:02")]
    [InlineData("birthday", "2026-11-23T00:00:00")]
    [InlineData("char", "ab")]
    [InlineData("int128", "+1")]
    public void What_the_framework_reads_too_loosely_is_malformed(string key, string text)
    {
        Assert.False(new Metadata { { key, text } }.TryRead<Everything>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal((key, MetadataErrorKind.Malformed), (Assert.Single(errors).Key, errors[0].Kind));
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

public enum Crossed
{
    [EnumMember(Value = "High")]
    Low,

    [EnumMember(Value = "Low")]
    High,
}

[GrpcMetadata]
public sealed partial record Crossing(Crossed Value);

public enum Wired
{
    [EnumMember(Value = "first-one")]
    First,

    [OriginalName("WIRED_SECOND")]
    Second,

    [EnumMember]
    Third,
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

    public Int128? Int128 { get; init; }

    public UInt128? UInt128 { get; init; }

    public Half? Half { get; init; }

    public char? Char { get; init; }

    public DateTime? Utc { get; init; }

    public DateOnly? Birthday { get; init; }

    public TimeOnly? TimeOfDay { get; init; }

    public Uri? Uri { get; init; }

    public Version? Version { get; init; }

    public IPAddress? Address { get; init; }

    public BigInteger? Huge { get; init; }

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
