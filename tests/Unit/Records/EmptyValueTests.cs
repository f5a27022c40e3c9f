using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>Fields that came empty, which some servers would have dropped.</summary>
public sealed class EmptyValueTests
{
    [Fact]
    public void Optional_key_that_came_empty_is_absent_and_the_record_can_be_written_again()
    {
        Metadata received = new() { { "locale", "" }, { "blob-bin", [] }, { "id-bin", [] }, { "order", " " }, { "note", "" } };
        Loose read = received.Read<Loose>();
        Assert.Equal(new Loose(null, null, null) { Note = "" }, read);
        Assert.Equal(["order: newest", "note: "], read.ToMetadata().Select(entry => $"{entry.Key}: {entry.Value}"));
    }
}

[GrpcMetadata]
public sealed partial record Loose(string? Locale, [MetadataKey("blob-bin")] byte[]? Blob, [MetadataKey("id-bin")] Guid? Id)
{
    public string Order { get; init; } = "newest";

    [MetadataKey(AllowEmpty = true)]
    public string Note { get; init; } = "none";
}
