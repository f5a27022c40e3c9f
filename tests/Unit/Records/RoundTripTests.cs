using System.Runtime.Serialization;
using CsCheck;
using Grpc.Core;
using TypedMetadata.Unit.Properties;

namespace TypedMetadata.Unit.Records;

/// <summary>The one spelling of each type, and what is read beside it.</summary>
public sealed partial class RoundTripTests
{
    [Fact]
    public void Offset_is_kept() => Values.Time.Sample(
        time => Assert.Equal(time.Offset, new Everything { Time = time }.ToMetadata().Read<Everything>().Time?.Offset),
        iter: Properties.Cases.Each);

    [Theory]
    [InlineData(long.MinValue, "-922337203685.4775808s")]
    [InlineData(long.MaxValue, "922337203685.4775807s")]
    [InlineData(0, "0s")]
    [InlineData(35_000_000, "3.5s")]
    [InlineData(-1, "-0.0000001s")]
    public void Duration_is_spelled_as_protobuf_JSON(long ticks, string text)
    {
        Assert.Equal(text, new Everything { Duration = new TimeSpan(ticks) }.ToMetadata().GetValue("duration"));
        Assert.Equal(ticks, new Metadata { { "duration", text } }.Read<Everything>().Duration!.Value.Ticks);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2024-02-29T00:00:00.1-14:00")]
    public void Time_has_one_spelling(string text) =>
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
    public void Time_that_is_not_RFC_3339_is_malformed(string text)
    {
        Assert.False(new Metadata { { "time", text } }.TryRead<Everything>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(MetadataErrorKind.Malformed, Assert.Single(errors).Kind);
    }

    [Theory]
    [InlineData(Wired.First, "first-one")]
    [InlineData(Wired.Second, "WIRED_SECOND")]
    [InlineData(Wired.Third, "Third")]
    public void Enum_is_written_by_its_wire_name_and_read_by_that_or_its_own(Wired value, string wireName)
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
    public void Wire_name_that_is_another_members_own_name_is_the_wire_name()
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
    public void Local_DateTime_has_no_wire_form()
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
    [InlineData("char", "ab")]
    public void Text_that_the_framework_reads_too_loosely_is_malformed(string key, string text)
    {
        Assert.False(new Metadata { { key, text } }.TryRead<Everything>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal((key, MetadataErrorKind.Malformed), (Assert.Single(errors).Key, errors[0].Kind));
    }
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
