using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>Spellings at the edge of what a type takes.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData(".5", true)]
    [InlineData("5.", true)]
    [InlineData("-0.5e-7", true)]
    [InlineData("1E+5", true)]
    [InlineData(".", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData("1e", false)]
    [InlineData("1e+", false)]
    [InlineData("e5", false)]
    [InlineData("1ea", false)]
    [InlineData("1e5a", false)]
    [InlineData("1e 5", false)]
    [InlineData("+1", false)]
    [InlineData("--1", false)]
    [InlineData("a.5", false)]
    [InlineData("5.a", false)]
    [InlineData("1.2.3", false)]
    [InlineData("0x1", false)]
    [InlineData("1e999", false)]
    public void Double_is_a_decimal_number_with_or_without_exponent(string text, bool isOne) => Assert.Equal(isOne, Reads<Numbers>("double", text));

    [Theory]
    [InlineData("1.50", true)]
    [InlineData("-.5", true)]
    [InlineData("1e5", false)]
    [InlineData("1,5", false)]
    [InlineData("79228162514264337593543950336", false)]
    public void Decimal_has_no_exponent(string text, bool isOne) => Assert.Equal(isOne, Reads<Numbers>("decimal", text));

    [Theory]
    [InlineData("0s", true)]
    [InlineData("-1.5s", true)]
    [InlineData("922337203685.4775807s", true)]
    [InlineData("-922337203685.4775808s", true)]
    [InlineData("922337203685.4775808s", false)]
    [InlineData("-922337203685.4775809s", false)]
    [InlineData("922337203686s", false)]
    [InlineData("9223372036854775807s", false)]
    [InlineData("9223372036854775808s", false)]
    [InlineData("99999999999999999999s", false)]
    [InlineData("s", false)]
    [InlineData("-s", false)]
    [InlineData(".5s", false)]
    [InlineData("1.s", false)]
    [InlineData("01s", false)]
    [InlineData("+1s", false)]
    [InlineData("--1s", false)]
    [InlineData("1", false)]
    [InlineData("1.1234567891s", false)]
    [InlineData("1.5 s", false)]
    public void Duration_is_seconds_as_protobuf_s_json_has_them(string text, bool isOne) => Assert.Equal(isOne, Reads<Numbers>("duration", text));

    [Theory]
    [InlineData("2026-11-23T01:02:03Z", true)]
    [InlineData("2026-11-23T01:02:03-00:00", true)]
    [InlineData("2026-11-23T01:02:03+14:00", true)]
    [InlineData("2026-11-23T01:02:03+14:01", false)]
    [InlineData("2026-11-23T01:02:03+1:000", false)]
    [InlineData("2026-11-23T01:02:03+0100", false)]
    [InlineData("2026-11-23T01:02:03+01:60", false)]
    [InlineData("2026-11-23T01:02:03 01:00", false)]
    [InlineData("2026-11-23T01:02:03+01.00", false)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-2", false)]
    [InlineData("2026-11-23T", false)]
    [InlineData("2026-11-23TZ", false)]
    [InlineData("2026-11-23T01:02:03", false)]
    [InlineData("2026-11-23T24:00:00Z", false)]
    public void Time_is_as_RFC_3339_has_it(string text, bool isOne) => Assert.Equal(isOne, Reads<Numbers>("time", text));

    [Theory]
    [InlineData("-00:00", "2026-11-23T01:02:03Z")]
    [InlineData("-01:30", "2026-11-23T01:02:03-01:30")]
    [InlineData("+01:30", "2026-11-23T01:02:03+01:30")]
    public void Time_is_written_with_its_offset(string offset, string written)
    {
        Numbers read = new Metadata { { "time", "2026-11-23T01:02:03" + offset } }.Read<Numbers>();
        Assert.Equal(written, read.ToMetadata().GetValue("time"));
    }

    [Theory]
    [InlineData("00:00:01.5000000", true)]
    [InlineData("1.5s", false)]
    public void Constant_duration_is_as_NET_has_it(string text, bool isOne)
    {
        Assert.Equal(isOne, Reads<Numbers>("constant", text));
        Assert.Equal("00:00:01.5000000", new Numbers { Constant = TimeSpan.FromSeconds(1.5) }.ToMetadata().GetValue("constant"));
    }

    [Theory]
    [InlineData("/rooted", "/rooted")]
    [InlineData("rel/ative", "rel/ative")]
    [InlineData("HTTP://A.example/b c", "http://a.example/b%20c")]
    public void Uri_is_written_absolute_and_escaped_or_as_it_is(string text, string written) =>
        Assert.Equal(written, new Metadata { { "uri", text } }.Read<Numbers>().ToMetadata().GetValue("uri"));

    [Theory]
    [InlineData("a~b", "a~b")]
    [InlineData("a b", "a b")]
    [InlineData(" a", "%20a")]
    [InlineData("100%", "100%25")]
    [InlineData("\u00e4\u007f", "%C3%A4%7F")]
    public void Percent_encoded_text_keeps_what_is_printable(string text, string written) =>
        Assert.Equal(written, new Numbers { Coded = text }.ToMetadata().GetValue("coded"));

    private static bool Reads<T>(string key, string text)
        where T : class, IGrpcMetadata<T> => new Metadata { { key, text } }.TryRead<T>(out _, out _);
}

[GrpcMetadata]
public sealed partial record Numbers
{
    public double? Double { get; init; }

    public decimal? Decimal { get; init; }

    public TimeSpan? Duration { get; init; }

    public DateTimeOffset? Time { get; init; }

    [MetadataKey(Format = "c")]
    public TimeSpan? Constant { get; init; }

    public Uri? Uri { get; init; }

    [MetadataKey(PercentEncoded = true)]
    public string? Coded { get; init; }
}
