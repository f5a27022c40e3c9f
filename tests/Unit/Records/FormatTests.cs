using System.Runtime.Serialization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>Spellings other than the usual ones, for peers that expect them.</summary>
public sealed class FormatTests
{
    private static readonly DateTimeOffset _time = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_250).ToOffset(TimeSpan.FromHours(2));

    [Fact]
    public void Format_writes_the_chosen_spelling()
    {
        Formatted sent = new(_time, _time, _time.UtcDateTime, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1.5), true, false)
        {
            Lower = Weather.PartlyCloudy,
            Upper = Weather.PartlyCloudy,
            Snake = [Weather.PartlyCloudy, Weather.Rain, Weather.Unset],
            Digest = [0xFB, 0xFF],
            Stamp = new Timestamp { Seconds = 1 },
        };
        Metadata metadata = sent;
        Assert.Equal(
            [
                "seconds: 1700000000", "milliseconds: 1700000000250", "utc: 1700000000", "took: 1.5", "elapsed: 1500", "flag: 1", "capital: False",
                "lower: partlycloudy", "upper: PARTLYCLOUDY", "snake: partly_cloudy,Rainy,unset", "digest: +/8=", "stamp: CAE=",
            ],
            metadata.Select(entry => $"{entry.Key}: {entry.Value}"));
        Assert.Equal(sent with { Seconds = _time.AddMilliseconds(-250), Utc = _time.UtcDateTime.AddMilliseconds(-250) }, metadata.Read<Formatted>());
    }

    [Theory]
    [InlineData("seconds", "1700000000.25")]
    [InlineData("seconds", "-1.5")]
    [InlineData("milliseconds", "0")]
    [InlineData("took", "-0.25")]
    [InlineData("elapsed", "0.0001")]
    [InlineData("flag", "TRUE")]
    [InlineData("flag", "0")]
    [InlineData("capital", "true")]
    [InlineData("lower", "PartlyCloudy")]
    [InlineData("snake", "PARTLY_CLOUDY, PartlyCloudy ,rainy")]
    [InlineData("digest", "+/8")]
    public void Format_reads_what_is_unambiguous(string key, string text) => Assert.True(With(key, text).TryRead<Formatted>(out _), key);

    [Theory]
    [InlineData("seconds", "1e9")]
    [InlineData("seconds", "253402300800")]
    [InlineData("milliseconds", "99999999999999999999999999999999999999")]
    [InlineData("took", "1.5s")]
    [InlineData("took", "922337203686")]
    [InlineData("elapsed", "00:00:01")]
    [InlineData("flag", "2")]
    [InlineData("capital", "1")]
    [InlineData("upper", "partly-cloudy")]
    [InlineData("digest", "-_8")]
    [InlineData("stamp", "CAEI")]
    public void Format_rejects_any_other_text(string key, string text)
    {
        Assert.False(With(key, text).TryRead<Formatted>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal((key, MetadataErrorKind.Malformed), (Assert.Single(errors).Key, errors[0].Kind));
    }

    [Fact]
    public void Unix_time_of_an_unspecified_kind_is_not_written() =>
        Assert.Throws<MetadataException>(() => new Formatted(_time, _time, new DateTime(2026, 1, 1), default, default, true, true).ToMetadata());

    private static Metadata With(string key, string text)
    {
        Metadata metadata = new Formatted(_time, _time, _time.UtcDateTime, default, default, true, true);
        metadata.Where(entry => entry.Key == key).ToList().ForEach(entry => metadata.Remove(entry));
        metadata.Add(key, text);
        return metadata;
    }
}

public enum Weather
{
    Unset,
    PartlyCloudy,
    [EnumMember(Value = "Rainy")]
    Rain,
}

[GrpcMetadata]
public sealed partial record Formatted(
    [MetadataKey(Format = "unix")] DateTimeOffset Seconds,
    [MetadataKey(Format = "unix-ms")] DateTimeOffset Milliseconds,
    [MetadataKey(Format = "unix")] DateTime Utc,
    [MetadataKey(Format = "s")] TimeSpan Took,
    [MetadataKey(Format = "ms")] TimeSpan Elapsed,
    [MetadataKey(Format = "1/0")] bool Flag,
    [MetadataKey(Format = "True/False")] bool Capital)
{
    [MetadataKey(Format = "lower")]
    public Weather? Lower { get; init; }

    [MetadataKey(Format = "upper")]
    public Weather? Upper { get; init; }

    [MetadataKey(Format = "snake")]
    public Weather[] Snake { get; init; } = [];

    [MetadataKey(Format = "base64")]
    public byte[]? Digest { get; init; }

    [MetadataKey(Format = "base64")]
    public Timestamp? Stamp { get; init; }
}
