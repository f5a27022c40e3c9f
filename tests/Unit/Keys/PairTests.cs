using Grpc.Core;

namespace TypedMetadata.Unit.Keys;

/// <summary>Metadata as pairs of texts, and names from outside.</summary>
public sealed class PairTests
{
    [Theory]
    [InlineData("X-Region", "x-region")]
    [InlineData("a_b.c", "a_b.c")]
    public void TryText_makes_a_key_of_a_name(string name, string key)
    {
        Assert.True(MetadataKey.TryText(name, out MetadataKey<string>? made));
        Assert.Equal(key, made.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("x-bin")]
    [InlineData("X-BIN")]
    [InlineData("-bin")]
    public void TryText_makes_none_of_what_is_no_text_key(string? name)
    {
        Assert.False(MetadataKey.TryText(name, out MetadataKey<string>? made));
        Assert.Null(made);
    }

    [Fact]
    public void SetAll_replaces_and_keeps_what_it_does_not_name()
    {
        Metadata metadata = new() { { "region", "old" }, { "other", "stays" } };
        metadata.SetAll([new("Region", "eu"), new("token-bin", "AQI="), new("tag", "a"), new("tag", "b")]);
        Assert.Equal(
            ["other=stays", "region=eu", "token-bin=0102", "tag=a", "tag=b"],
            metadata.Select(entry => $"{entry.Key}={(entry.IsBinary ? Convert.ToHexString(entry.ValueBytes) : entry.Value)}"));
    }

    [Fact]
    public void SetAll_says_all_that_is_wrong_and_changes_nothing()
    {
        Metadata metadata = new() { { "good", "old" } };
        MetadataException exception = Assert.Throws<MetadataException>(() => metadata.SetAll(
        [
            new("good", "new"), new("a b", "1"), new("grpc-status", "0"), new("te", "x"), new("allow", "x"), new("line", "canary\n"), new("empty", ""), new("none", null!), new("x-bin", "canary!"), new("space", "canary "), new(null!, "x"),
        ]));
        Assert.Equal(
            ["a b Invalid", "grpc-status Invalid", "te Invalid", "allow Invalid", "line NotPrintableAscii", "empty Empty", "none Empty", "x-bin Malformed", "space NotPrintableAscii", " Invalid"],
            exception.Errors.Select(error => $"{error.Key} {error.Kind}"));
        Assert.DoesNotContain("canary", exception.Message, StringComparison.Ordinal);
        Assert.Equal("old", Assert.Single(metadata).Value);
    }

    [Fact]
    public void ToPairs_gives_the_values_as_they_go_on_the_wire()
    {
        Paired record = new("acme", [1, 2], ["a", "b"]);
        Assert.Equal(["tenant-id=acme", "token-bin=AQI", "tags=a", "tags=b"], record.ToPairs().Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Throws<MetadataException>(() => (record with { TenantId = "é" }).ToPairs());

        Metadata metadata = [];
        metadata.SetAll(record.ToPairs());
        Assert.Equal(record, metadata.Read<Paired>());
    }

    [Fact]
    public void ToRedactedString_shows_what_a_record_declares_and_no_secret()
    {
        Metadata metadata = new() { { "tenant-id", "acme" }, { "token-bin", [1, 2] }, { "data-bin", [1, 2, 3] }, { "other", "canary" }, { "authorization", "canary" }, { "x-old", "former" } };
        Assert.Equal(
            "tenant-id: acme, token-bin: ***, data-bin: 3 bytes, other: ***, authorization: ***, x-old: former",
            metadata.ToRedactedString(MetadataSchema.Of<Paired>(), MetadataSchema.Of<Shown>()));
        Assert.Equal("tenant-id: ***, token-bin: ***, data-bin: ***, other: ***, authorization: ***, x-old: ***", metadata.ToRedactedString());
    }
}

[GrpcMetadata]
public sealed partial record Paired(string TenantId, [MetadataKey(Sensitive = true)] byte[] Token, string[] Tags);

[GrpcMetadata]
public sealed partial record Shown(byte[] Data, [MetadataKey(Aliases = ["x-old"])] string? Former)
{
    // A name that carries a credential is hidden though the record does not call it one.
#pragma warning disable TMD029
    public string? Authorization { get; init; }
#pragma warning restore TMD029
}
