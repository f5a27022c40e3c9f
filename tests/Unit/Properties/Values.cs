using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace TypedMetadata.Unit.Properties;

/// <summary>Values of every type, as many as there are.</summary>
internal static class Values
{
    private static readonly string[] _uriStarts = ["https://example.org/", "/rooted/", "relative/", "urn:isbn:", "file:///"];

    internal static Gen<string> Text { get; } =
        Gen.Char[' ', '~'].Array[1, 40].Select(letters => new string(letters)).Where(text => text.Trim() == text && text.Length != 0);

    /// <summary>Any text that UTF-8 can hold.</summary>
    internal static Gen<string> Unicode { get; } =
        Gen.String[1, 30].Where(text => !text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar));

    internal static Gen<byte[]> Bytes { get; } = Gen.Byte.Array[1, 70];

    internal static Gen<DateTimeOffset> Time { get; } =
        Gen.Select(Gen.Long[DateTime.MinValue.Ticks + TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14 * 60, 14 * 60])
            .Select((ticks, minutes) => new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes)));

#if !NETSTANDARD_CORE
    internal static Gen<DateOnly> Date { get; } = Time.Select(time => DateOnly.FromDateTime(time.DateTime));

    internal static Gen<TimeOnly> TimeOfDay { get; } = Time.Select(time => TimeOnly.FromDateTime(time.DateTime));
#endif

    internal static Gen<TimeSpan> Duration { get; } = Gen.Long.Select(ticks => new TimeSpan(ticks));

#if !NETSTANDARD_CORE
    internal static Gen<UInt128> UInt128 { get; } = Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new UInt128(high, low));

    internal static Gen<Int128> Int128 { get; } = UInt128.Select(number => (Int128)number);

    internal static Gen<Half> Half { get; } = Gen.UShort.Select(bits => BitConverter.UInt16BitsToHalf(bits));

    internal static Gen<BigInteger> Huge { get; } = Gen.Long.Select(number => new BigInteger(number) * long.MaxValue);
#endif

    internal static Gen<Version> Version { get; } =
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[-1, 9], Gen.Int[-1, 9])
            .Select((major, minor, build, revision) => build < 0 ? new Version(major, minor) : revision < 0 ? new Version(major, minor, build) : new Version(major, minor, build, revision));

    internal static Gen<Uri> Uri { get; } = Gen.Select(Gen.Int[0, 4].Select(number => _uriStarts[number]), Gen.Char['a', 'z'].Array[1, 9])
        .Select((start, rest) => new Uri(start + new string(rest), start[0] == '/' ? UriKind.Relative : UriKind.RelativeOrAbsolute));

    internal static Gen<IPAddress> Address { get; } = Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).Select(bytes => new IPAddress(bytes));

    internal static Gen<Wired> Wired { get; } = Gen.Int[0, 2].Select(number => (Wired)number);

    internal static Gen<DayOfWeek> Day { get; } = Gen.Int[0, 6].Select(day => (DayOfWeek)day);

    internal static Gen<Timestamp> Message { get; } = Gen.Long.Select(seconds => new Timestamp { Seconds = seconds });

    /// <summary>What sets one property of <see cref="Everything"/>, by its name.</summary>
    internal static IReadOnlyDictionary<string, Gen<Func<Everything, Everything>>> Setters { get; } = new Dictionary<string, Gen<Func<Everything, Everything>>>
    {
        ["Text"] = Set(Text, (record, value) => record with { Text = value }),
        ["Utf8"] = Set(Unicode, (record, value) => record with { Utf8 = value }),
        ["Boolean"] = Set(Gen.Bool, (record, value) => record with { Boolean = value }),
        ["Int8"] = Set(Gen.SByte, (record, value) => record with { Int8 = value }),
        ["UInt8"] = Set(Gen.Byte, (record, value) => record with { UInt8 = value }),
        ["Int16"] = Set(Gen.Short, (record, value) => record with { Int16 = value }),
        ["UInt16"] = Set(Gen.UShort, (record, value) => record with { UInt16 = value }),
        ["Int32"] = Set(Gen.Int, (record, value) => record with { Int32 = value }),
        ["UInt32"] = Set(Gen.UInt, (record, value) => record with { UInt32 = value }),
        ["Int64"] = Set(Gen.Long, (record, value) => record with { Int64 = value }),
        ["UInt64"] = Set(Gen.ULong, (record, value) => record with { UInt64 = value }),
        ["Single"] = Set(Gen.Single, (record, value) => record with { Single = value }),
        ["Double"] = Set(Gen.Double, (record, value) => record with { Double = value }),
        ["Decimal"] = Set(Gen.Decimal, (record, value) => record with { Decimal = value }),
#if !NETSTANDARD_CORE
        ["Int128"] = Set(Int128, (record, value) => record with { Int128 = value }),
        ["UInt128"] = Set(UInt128, (record, value) => record with { UInt128 = value }),
        ["Half"] = Set(Half, (record, value) => record with { Half = value }),
#endif
        ["Char"] = Set(Gen.Char['!', '~'], (record, value) => record with { Char = value }),
        ["Utc"] = Set(Time.Select(time => time.UtcDateTime), (record, value) => record with { Utc = value }),
#if !NETSTANDARD_CORE
        ["Birthday"] = Set(Date, (record, value) => record with { Birthday = value }),
        ["TimeOfDay"] = Set(TimeOfDay, (record, value) => record with { TimeOfDay = value }),
#endif
        ["Uri"] = Set(Uri, (record, value) => record with { Uri = value }),
        ["Version"] = Set(Version, (record, value) => record with { Version = value }),
        ["Address"] = Set(Address, (record, value) => record with { Address = value }),
#if !NETSTANDARD_CORE
        ["Huge"] = Set(Huge, (record, value) => record with { Huge = value }),
#endif
        ["Wired"] = Set(Wired, (record, value) => record with { Wired = value }),
        ["Immutable"] = Set(Bytes.Select(bytes => bytes.ToImmutableArray()), (record, value) => record with { Immutable = value }),
        ["Uuid"] = Set(Gen.Guid, (record, value) => record with { Uuid = value }),
        ["RawUuid"] = Set(Gen.Guid, (record, value) => record with { RawUuid = value }),
        ["Time"] = Set(Time, (record, value) => record with { Time = value }),
        ["Duration"] = Set(Duration, (record, value) => record with { Duration = value }),
        ["Day"] = Set(Day, (record, value) => record with { Day = value }),
        ["Array"] = Set(Bytes, (record, value) => record with { Array = value }),
        ["Memory"] = Set(Bytes.Select(bytes => new ReadOnlyMemory<byte>(bytes)), (record, value) => record with { Memory = value }),
        ["ByteString"] = Set(Bytes.Select(ByteString.CopyFrom), (record, value) => record with { ByteString = value }),
        ["Message"] = Set(Message, (record, value) => record with { Message = value }),
    };

    /// <summary>A record with every property set.</summary>
    internal static Gen<Everything> Whole { get; } = Setters.Values
        .Aggregate((one, other) => Gen.Select(one, other, (first, second) => (Func<Everything, Everything>)(record => second(first(record)))))
        .Select(set => set(new Everything()));

    private static Gen<Func<Everything, Everything>> Set<T>(Gen<T> values, Func<Everything, T, Everything> set) =>
        values.Select(value => (Func<Everything, Everything>)(record => set(record, value)));
}
