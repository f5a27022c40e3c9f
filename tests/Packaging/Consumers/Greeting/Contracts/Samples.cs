using System.Collections.Immutable;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using TypedMetadata.Unit.Properties;

namespace Contracts;

/// <summary>A value for every key.</summary>
public static class Samples
{
    public static Everything Everything { get; } = new()
    {
        Text = "plain, text",
        Utf8 = "Ünïcode",
        Boolean = true,
        Int8 = sbyte.MinValue,
        UInt8 = byte.MaxValue,
        Int16 = short.MinValue,
        UInt16 = ushort.MaxValue,
        Int32 = int.MinValue,
        UInt32 = uint.MaxValue,
        Int64 = long.MinValue,
        UInt64 = ulong.MaxValue,
        Single = 1.5f,
        Double = double.NaN,
        Decimal = 12.340m,
        Int128 = System.Int128.MinValue,
        UInt128 = System.UInt128.MaxValue,
        Half = (System.Half)0.25,
        Char = 'c',
        Utc = new DateTime(2024, 2, 29, 23, 59, 58, DateTimeKind.Utc),
        Birthday = new DateOnly(2000, 1, 31),
        TimeOfDay = new TimeOnly(12, 34, 56, 789),
        Uri = new Uri("https://example.com/a?b=c"),
        Version = new Version(1, 2, 3, 4),
        Address = IPAddress.IPv6Loopback,
        Huge = System.Numerics.BigInteger.Pow(2, 200),
        Wired = Wired.Second,
        Immutable = [1, 2],
        Uuid = System.Guid.Parse("0d16ad85-6ce4-4773-a1be-9f62b2e886a3"),
        RawUuid = System.Guid.Parse("0d16ad85-6ce4-4773-a1be-9f62b2e886a3"),
        Time = new DateTimeOffset(2024, 2, 29, 23, 59, 58, 700, TimeSpan.FromHours(2)),
        Duration = TimeSpan.FromSeconds(-3.5),
        Day = DayOfWeek.Friday,
        Array = [3],
        Memory = new byte[] { 4, 5 },
        ByteString = ByteString.CopyFrom(6, 7, 8),
        Message = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddSeconds(1)),
    };

    public static Shapes Shapes { get; } = new([1, 2, 3], new Size(1.5, 2), new Spot(3, -4))
    {
        Colour = "red",
        Names = ["a", "b"],
        Blobs = [[1], [], [2, 3]],
        Title = "Größe: 5 %",
        Others = new Dictionary<string, string> { ["one"] = "1", ["two"] = "2" },
    };
}
