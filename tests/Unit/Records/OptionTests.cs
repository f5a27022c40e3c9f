using CsCheck;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>The options of <c>[MetadataKey]</c> and <c>[GrpcMetadata]</c>, one by one.</summary>
public sealed partial class OptionTests
{
    [Fact]
    public void Percent_encoded_text_of_any_script_round_trips()
    {
        Gen<string> text = Gen.String[1, 30].Where(candidate => !candidate.Contains('\0') && IsUtf16(candidate));
        Gen.Select(text, text.Array[0, 5], text, (one, many, secret) => new Encoded(one, many, secret)).Sample(
            sent =>
            {
                Metadata metadata = sent;
                Assert.All(metadata, entry => Assert.All(entry.Value, c => Assert.InRange(c, ' ', '~')));
                Assert.Equal(sent, metadata.Read<Encoded>());
            },
            iter: Properties.Cases.Each);
    }

    [Theory]
    [InlineData("a b", "a b")]
    [InlineData(" a ", "%20a%20")]
    [InlineData("100%", "100%25")]
    [InlineData("a,b", "a,b")]
    [InlineData("é", "%C3%A9")]
    [InlineData("a\nb", "a%0Ab")]
    public void Percent_encoding_has_one_spelling(string text, string wire)
    {
        Assert.Equal(wire, new Encoded(text, [], "x").ToMetadata().GetValue("one"));
        Assert.Equal(text, Read("one", wire).One);
    }

    [Fact]
    public void Commas_are_encoded_where_they_would_split()
    {
        Metadata metadata = new Encoded("x", ["a,b", "c"], "d,e");
        Assert.Equal("a%2Cb,c", metadata.GetValue("many"));
        Assert.Equal("d%2Ce", metadata.GetValue("hidden"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%2")]
    [InlineData("%zz")]
    [InlineData("%C3")]
    [InlineData("%00")]
    [InlineData("%ED%A0%80")]
    public void Broken_percent_encoding_is_malformed(string wire) =>
        Assert.Equal(MetadataErrorKind.Malformed, Assert.Single(Assert.Throws<MetadataException>(() => Read("one", wire)).Errors).Kind);

    [Fact]
    public void Text_that_would_not_come_back_is_invalid() => Assert.All(
        ["\ud800", "a\0b"], // not as theory data: an attribute cannot hold a lone surrogate
        text => Assert.Equal(MetadataErrorKind.Invalid, Assert.Single(Assert.Throws<MetadataException>(() => new Encoded(text, [], "x").ToMetadata()).Errors).Kind));

    [Fact]
    public void Empty_values_are_written_and_absence_reads_as_them_where_allowed()
    {
        Emptiable sent = new("", [], new Timestamp { Seconds = 1 });
        Metadata metadata = sent;
        Assert.Equal("", metadata.GetValue("text"));
        Assert.Equal(sent, metadata.Read<Emptiable>());
        metadata.Remove(metadata.Get("text")!);
        metadata.Remove(metadata.Get("bytes-bin")!);
        Assert.Equal(sent, metadata.Read<Emptiable>());
    }

    [Fact]
    public void Empty_item_is_rejected_even_where_AllowEmpty_means_nothing() =>
        Assert.Equal(MetadataErrorKind.Empty, Assert.Single(Assert.Throws<MetadataException>(() => new EmptyItems(["a", ""]).ToMetadata()).Errors).Kind);

    [Fact]
    public void Message_that_may_not_be_empty_must_be_there()
    {
        Assert.False(new Metadata().TryRead<Emptiable>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(("stamp-bin", MetadataErrorKind.Missing), (Assert.Single(errors).Key, errors[0].Kind));
        MetadataException exception = Assert.Throws<MetadataException>(() => new Emptiable("", [], new Timestamp()).ToMetadata());
        Assert.Equal(MetadataErrorKind.Empty, Assert.Single(exception.Errors).Kind);
    }

    [Fact]
    public void Duration_may_travel_in_NETs_own_format() =>
        Gen.Long.Select(ticks => new Timed(new TimeSpan(ticks))).Sample(
            sent =>
            {
                Metadata metadata = sent;
                Assert.Equal(sent.Took.ToString("c"), metadata.GetValue("took"));
                Assert.Equal(sent, metadata.Read<Timed>());
            },
            iter: Properties.Cases.Each);

    [Fact]
    public void Read_only_key_is_read_and_neither_written_nor_removed()
    {
        Metadata metadata = new() { { "user-agent", "grpc-go/1" } };
        ByLibrary read = metadata.Read<ByLibrary>();
        Assert.Equal("grpc-go/1", read.UserAgent);

        metadata.Write(read with { UserAgent = "forged", Name = "x" });
        Assert.Equal("grpc-go/1", metadata.GetValue("user-agent"));
        Assert.Equal("x", metadata.GetValue("name"));
        Assert.Null(new ByLibrary { UserAgent = "forged" }.ToMetadata().Get("user-agent"));
    }

    [Fact]
    public void Former_names_are_read_and_never_written()
    {
        Assert.Equal("a", new Metadata { { "x-tenant", "a" } }.Read<Renamed>().TenantId);
        Assert.Equal("a", new Metadata { { "x-tenant", "a" }, { "tenant-id", "a" } }.Read<Renamed>().TenantId);
        MetadataException exception = Assert.Throws<MetadataException>(() => new Metadata { { "x-tenant", "a" }, { "tenant-id", "b" } }.Read<Renamed>());
        Assert.Equal(("tenant-id", MetadataErrorKind.Duplicate), (Assert.Single(exception.Errors).Key, exception.Errors[0].Kind));

        Metadata metadata = new() { { "old-tenant", "before" } };
        metadata.Write(new Renamed("now"));
        Assert.Equal("tenant-id", Assert.Single(metadata).Key);
    }

    [Fact]
    public void Prefix_applies_to_derived_keys_alone() =>
        Assert.Equal(["x-acme-tenant-id", "own", "x-acme-payload-bin"], new Prefixed("a", "b", [1]).ToMetadata().Select(entry => entry.Key));

    [Theory]
    [InlineData(47, true)]
    [InlineData(48, false)]
    public void Record_says_how_large_it_may_be(int length, bool fits)
    {
        // text: 4 + 47 + 32; four-bin: 8 + 6 + 32 for four bytes; items: 5 + 3 + 32 in a request, where they are one entry, else twice 5 + 1 + 32.
        Limited sent = new(new string('x', length), [1, 2, 3, 4], [1, 2]);
        if (fits)
        {
            Assert.Equal(sent, sent.ToMetadata().Read<Limited>());
            return;
        }

        MetadataError error = Assert.Single(Assert.Throws<MetadataException>(sent.ToMetadata).Errors);
        Assert.Equal(MetadataErrorKind.TooLarge, error.Kind);
        Assert.Contains("'text' 84, 'four-bin' 46, 'items' 40", error.Message, StringComparison.Ordinal);
    }

    private static Encoded Read(string key, string wire)
    {
        Metadata metadata = new() { { "one", "x" }, { "hidden", "x" } };
        metadata.Set(MetadataKey.Text(key), wire);
        return metadata.Read<Encoded>();
    }

    private static bool IsUtf16(string text) => !text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);
}

[GrpcMetadata]
public sealed partial record Encoded(
    [MetadataKey(PercentEncoded = true)] string One,
    [MetadataKey(PercentEncoded = true)] string[] Many,
    [MetadataKey(PercentEncoded = true, Sensitive = true)] string Hidden);

[GrpcMetadata]
public sealed partial record Emptiable(
    [MetadataKey(AllowEmpty = true)] string Text,
    [MetadataKey(AllowEmpty = true)] byte[] Bytes,
    [MetadataKey(Required = true)] Timestamp Stamp);

#pragma warning disable TMD047 // on purpose
[GrpcMetadata]
public sealed partial record EmptyItems([MetadataKey(AllowEmpty = true)] string[] Items);
#pragma warning restore TMD047

[GrpcMetadata]
public sealed partial record Timed([MetadataKey(Format = "c")] TimeSpan Took);

[GrpcMetadata]
public sealed partial record ByLibrary
{
    [MetadataKey("user-agent", ReadOnly = true)]
    public string? UserAgent { get; init; }

    public string? Name { get; init; }
}

[GrpcMetadata]
public sealed partial record Renamed([MetadataKey(Aliases = ["x-tenant", "old-tenant"])] string TenantId);

[GrpcMetadata(MaxSize = 169)]
public sealed partial record Limited(string Text, byte[] FourBin, int[] Items);

[GrpcMetadata(Prefix = "x-acme-")]
public sealed partial record Prefixed(string TenantId, [MetadataKey("own")] string Own, byte[] Payload);
