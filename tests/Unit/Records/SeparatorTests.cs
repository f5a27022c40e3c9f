using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>Lists whose items are joined in one entry by a separator of their own.</summary>
public sealed class SeparatorTests
{
    [Fact]
    public void Separator_joins_the_items_in_every_position()
    {
        Separated sent = new(["read", "write"], ["a", "b"], [1, 2], ["x;y", "ü z"]);
        Metadata metadata = sent.ToMetadata();
        Assert.Equal(["scopes: read write", "ordinary: a, b", "numbers: 1|2", "texts: x%3By;%C3%BC z"], metadata.Select(entry => $"{entry.Key}: {entry.Value}"));
        Assert.Equal(sent, metadata.Read<Separated>());
    }

    [Fact]
    public void Commas_and_blanks_separate_items_too_when_read()
    {
        Metadata metadata = new() { { "scopes", " read  write, admin" }, { "scopes", "more" }, { "ordinary", "a,b ,, c" }, { "numbers", "1 | 2,3" }, { "texts", "" } };
        Separated read = metadata.Read<Separated>();
        Assert.Equal(new Separated(["read", "write", "admin", "more"], ["a", "b", "c"], [1, 2, 3], []), read);
    }

    [Theory]
    [InlineData("two words", "'scopes' has an item with a space")]
    [InlineData("two,words", "'scopes' has an item with a comma")]
    public void Item_with_a_separator_is_rejected(string item, string message)
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => new Separated([item], [], [], []).ToMetadata());
        Assert.Equal(MetadataErrorKind.Invalid, Assert.Single(exception.Errors).Kind);
        Assert.StartsWith(message, exception.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_are_counted_before_they_are_read()
    {
        Assert.True(new Metadata { { "few", "1   2" } }.TryRead<Few>(out _));
        Assert.False(new Metadata { { "few", "1 2 3" } }.TryRead<Few>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(MetadataErrorKind.TooLarge, Assert.Single(errors).Kind);
    }
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record Separated(
    [MetadataKey(Separator = " ")] string[] Scopes,
    [MetadataKey(Separator = ", ")] string[] Ordinary,
    [MetadataKey(Separator = "|")] int[] Numbers,
    [MetadataKey(Separator = ";", PercentEncoded = true)] string[] Texts);

[GrpcMetadata]
public sealed partial record Few([MetadataKey("few", Separator = " ", MaxItems = 2)] int[] Items);
