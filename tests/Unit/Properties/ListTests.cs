using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace TypedMetadata.Unit.Properties;

/// <summary>
/// Lists of every type, of every kind, written and read back equal: but for an array of bytes, which is one value, and for a message that
/// is empty, which alone would be no list.
/// </summary>
public sealed class ListTests
{
    [Fact]
    public void Arrays_of_every_type_round_trip() => Culture.RoundTripInAny(Whole(new Arrays(),
    [
        Set(Values.Text.Select(text => text.Replace(',', ';')), (Arrays record, string[] items) => record with { Text = [.. items] }),
        Set(Values.Unicode, (Arrays record, string[] items) => record with { Utf8 = [.. items] }),
        Set(Gen.Bool, (Arrays record, bool[] items) => record with { Boolean = [.. items] }),
        Set(Gen.SByte, (Arrays record, sbyte[] items) => record with { Int8 = [.. items] }),
        Set(Gen.Short, (Arrays record, short[] items) => record with { Int16 = [.. items] }),
        Set(Gen.UShort, (Arrays record, ushort[] items) => record with { UInt16 = [.. items] }),
        Set(Gen.Int, (Arrays record, int[] items) => record with { Int32 = [.. items] }),
        Set(Gen.UInt, (Arrays record, uint[] items) => record with { UInt32 = [.. items] }),
        Set(Gen.Long, (Arrays record, long[] items) => record with { Int64 = [.. items] }),
        Set(Gen.ULong, (Arrays record, ulong[] items) => record with { UInt64 = [.. items] }),
        Set(Gen.Single, (Arrays record, float[] items) => record with { Single = [.. items] }),
        Set(Gen.Double, (Arrays record, double[] items) => record with { Double = [.. items] }),
        Set(Gen.Decimal, (Arrays record, decimal[] items) => record with { Decimal = [.. items] }),
        Set(Values.Int128, (Arrays record, Int128[] items) => record with { Int128 = [.. items] }),
        Set(Values.UInt128, (Arrays record, UInt128[] items) => record with { UInt128 = [.. items] }),
        Set(Values.Half, (Arrays record, Half[] items) => record with { Half = [.. items] }),
        Set(Gen.Char['a', 'z'], (Arrays record, char[] items) => record with { Char = [.. items] }),
        Set(Values.Time.Select(time => time.UtcDateTime), (Arrays record, DateTime[] items) => record with { Utc = [.. items] }),
        Set(Values.Date, (Arrays record, DateOnly[] items) => record with { Birthday = [.. items] }),
        Set(Values.TimeOfDay, (Arrays record, TimeOnly[] items) => record with { TimeOfDay = [.. items] }),
        Set(Values.Uri, (Arrays record, Uri[] items) => record with { Uri = [.. items] }),
        Set(Values.Version, (Arrays record, Version[] items) => record with { Version = [.. items] }),
        Set(Values.Address, (Arrays record, IPAddress[] items) => record with { Address = [.. items] }),
        Set(Values.Huge, (Arrays record, BigInteger[] items) => record with { Huge = [.. items] }),
        Set(Values.Wired, (Arrays record, Wired[] items) => record with { Wired = [.. items] }),
        Set(Values.Bytes.Select(bytes => bytes.ToImmutableArray()), (Arrays record, ImmutableArray<byte>[] items) => record with { Immutable = [.. items] }),
        Set(Gen.Guid, (Arrays record, Guid[] items) => record with { Uuid = [.. items] }),
        Set(Gen.Guid, (Arrays record, Guid[] items) => record with { RawUuid = [.. items] }),
        Set(Values.Time, (Arrays record, DateTimeOffset[] items) => record with { Time = [.. items] }),
        Set(Values.Duration, (Arrays record, TimeSpan[] items) => record with { Duration = [.. items] }),
        Set(Values.Day, (Arrays record, DayOfWeek[] items) => record with { Day = [.. items] }),
        Set(Values.Bytes, (Arrays record, byte[][] items) => record with { Array = [.. items] }),
        Set(Values.Bytes.Select(bytes => new ReadOnlyMemory<byte>(bytes)), (Arrays record, ReadOnlyMemory<byte>[] items) => record with { Memory = [.. items] }),
        Set(Values.Bytes.Select(ByteString.CopyFrom), (Arrays record, ByteString[] items) => record with { ByteString = [.. items] }),
        Set(Values.Message.Where(message => message.Seconds != 0), (Arrays record, Timestamp[] items) => record with { Message = [.. items] }),
    ]));

    [Fact]
    public void Lists_of_every_type_round_trip() => Culture.RoundTripInAny(Whole(new OtherLists(),
    [
        Set(Values.Text.Select(text => text.Replace(',', ';')), (OtherLists record, string[] items) => record with { Text = [.. items] }),
        Set(Values.Unicode, (OtherLists record, string[] items) => record with { Utf8 = [.. items] }),
        Set(Gen.Bool, (OtherLists record, bool[] items) => record with { Boolean = [.. items] }),
        Set(Gen.SByte, (OtherLists record, sbyte[] items) => record with { Int8 = [.. items] }),
        Set(Gen.Short, (OtherLists record, short[] items) => record with { Int16 = [.. items] }),
        Set(Gen.UShort, (OtherLists record, ushort[] items) => record with { UInt16 = [.. items] }),
        Set(Gen.Int, (OtherLists record, int[] items) => record with { Int32 = [.. items] }),
        Set(Gen.UInt, (OtherLists record, uint[] items) => record with { UInt32 = [.. items] }),
        Set(Gen.Long, (OtherLists record, long[] items) => record with { Int64 = [.. items] }),
        Set(Gen.ULong, (OtherLists record, ulong[] items) => record with { UInt64 = [.. items] }),
        Set(Gen.Single, (OtherLists record, float[] items) => record with { Single = [.. items] }),
        Set(Gen.Double, (OtherLists record, double[] items) => record with { Double = [.. items] }),
        Set(Gen.Decimal, (OtherLists record, decimal[] items) => record with { Decimal = [.. items] }),
        Set(Values.Int128, (OtherLists record, Int128[] items) => record with { Int128 = [.. items] }),
        Set(Values.UInt128, (OtherLists record, UInt128[] items) => record with { UInt128 = [.. items] }),
        Set(Values.Half, (OtherLists record, Half[] items) => record with { Half = [.. items] }),
        Set(Gen.Char['a', 'z'], (OtherLists record, char[] items) => record with { Char = [.. items] }),
        Set(Values.Time.Select(time => time.UtcDateTime), (OtherLists record, DateTime[] items) => record with { Utc = [.. items] }),
        Set(Values.Date, (OtherLists record, DateOnly[] items) => record with { Birthday = [.. items] }),
        Set(Values.TimeOfDay, (OtherLists record, TimeOnly[] items) => record with { TimeOfDay = [.. items] }),
        Set(Values.Uri, (OtherLists record, Uri[] items) => record with { Uri = [.. items] }),
        Set(Values.Version, (OtherLists record, Version[] items) => record with { Version = [.. items] }),
        Set(Values.Address, (OtherLists record, IPAddress[] items) => record with { Address = [.. items] }),
        Set(Values.Huge, (OtherLists record, BigInteger[] items) => record with { Huge = [.. items] }),
        Set(Values.Wired, (OtherLists record, Wired[] items) => record with { Wired = [.. items] }),
        Set(Values.Bytes.Select(bytes => bytes.ToImmutableArray()), (OtherLists record, ImmutableArray<byte>[] items) => record with { Immutable = [.. items] }),
        Set(Gen.Guid, (OtherLists record, Guid[] items) => record with { Uuid = [.. items] }),
        Set(Gen.Guid, (OtherLists record, Guid[] items) => record with { RawUuid = [.. items] }),
        Set(Values.Time, (OtherLists record, DateTimeOffset[] items) => record with { Time = [.. items] }),
        Set(Values.Duration, (OtherLists record, TimeSpan[] items) => record with { Duration = [.. items] }),
        Set(Values.Day, (OtherLists record, DayOfWeek[] items) => record with { Day = [.. items] }),
        Set(Values.Bytes, (OtherLists record, byte[][] items) => record with { Array = [.. items] }),
        Set(Values.Bytes.Select(bytes => new ReadOnlyMemory<byte>(bytes)), (OtherLists record, ReadOnlyMemory<byte>[] items) => record with { Memory = [.. items] }),
        Set(Values.Bytes.Select(ByteString.CopyFrom), (OtherLists record, ByteString[] items) => record with { ByteString = [.. items] }),
        Set(Values.Message.Where(message => message.Seconds != 0), (OtherLists record, Timestamp[] items) => record with { Message = [.. items] }),
    ]));

    private static Gen<T> Whole<T>(T empty, Gen<Func<T, T>>[] setters) => setters
        .Aggregate((one, other) => Gen.Select(one, other, (first, second) => (Func<T, T>)(record => second(first(record)))))
        .Select(set => set(empty));

    private static Gen<Func<TRecord, TRecord>> Set<TRecord, T>(Gen<T> items, Func<TRecord, T[], TRecord> set) =>
        items.Array[0, 4].Select(value => (Func<TRecord, TRecord>)(record => set(record, value)));
}
