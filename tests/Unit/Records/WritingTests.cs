using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using TypedMetadata.Unit.Properties;

namespace TypedMetadata.Unit.Records;

/// <summary>How a record becomes metadata: all or nothing, and each key once.</summary>
public sealed class WritingTests
{
    [Fact]
    public void Generic_helper_makes_metadata_of_any_record()
    {
        Assert.Equal("a,b", Send(new Joined(["a", "b"])).GetValue("items"));
        Assert.Equal(2, Send(new Kept(["a", "b"])).Count);

        static Metadata Send<T>(T record)
            where T : IGrpcMetadata<T> => record.ToMetadata();
    }

    [Fact]
    public void Record_stands_where_metadata_is_taken()
    {
        CallOptions options = new(new WithDefaults("x"));
        Assert.Equal("x", options.Headers!.GetValue("name"));
    }

    [Fact]
    public void Null_converts_to_null()
    {
        WithDefaults? none = null;
        Metadata? metadata = none;
        Assert.Null(metadata);
    }

    [Fact]
    public void Writing_replaces_the_keys_of_the_record_and_leaves_others()
    {
        Metadata metadata = new() { { "other", "stays" }, { "name", "old" }, { "name", "older" }, { "limit", "5" } };
        metadata.Write(new WithDefaults("new"));
        metadata.Write(new WithDefaults("newer"));

        Assert.Equal(["newer"], metadata.GetAll("name").Select(entry => entry.Value));
        Assert.Equal("stays", metadata.GetValue("other"));
        Assert.Null(metadata.Get("limit"));
    }

    [Fact]
    public void A_failed_write_leaves_nothing_behind()
    {
        Metadata metadata = new() { { "tenant-id", "before" } };
        MetadataException exception = Assert.Throws<MetadataException>(() => metadata.Write(new Strict("fine", Guid.Empty, 1, "line\ncanary")));

        MetadataError error = Assert.Single(exception.Errors);
        Assert.Equal(("note", MetadataErrorKind.NotPrintableAscii), (error.Key, error.Kind));
        Assert.DoesNotContain("canary", exception.Message, StringComparison.Ordinal);
        Assert.Equal("before", Assert.Single(metadata).Value);
    }

    [Theory]
    [InlineData("", MetadataErrorKind.Empty)]
    [InlineData(" x", MetadataErrorKind.NotPrintableAscii)]
    [InlineData("x ", MetadataErrorKind.NotPrintableAscii)]
    [InlineData("é", MetadataErrorKind.NotPrintableAscii)]
    [InlineData(null, MetadataErrorKind.Missing)]
    public void Text_that_cannot_travel_is_rejected(string? text, MetadataErrorKind kind)
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => new WithDefaults(text!).ToMetadata());
        Assert.Equal(kind, Assert.Single(exception.Errors).Kind);
    }

    [Fact]
    public void Empty_bytes_are_rejected_and_an_empty_message_is_not()
    {
        Assert.Equal(MetadataErrorKind.Empty, Assert.Single(Assert.Throws<MetadataException>(() => new Bytes([]).ToMetadata()).Errors).Kind);
        Assert.Empty(new Message(new Timestamp()).ToMetadata().GetValueBytes("value-bin")!);
    }

    [Fact]
    public void Nullable_binary_key_that_came_empty_can_be_written_again()
    {
        Metadata received = new() { { "blob-bin", [] }, { "note-bin", [] } };
        Loose read = received.Read<Loose>();
        Assert.Equal(new Loose([], ""), read);
        Assert.Equal(["blob-bin", "note-bin", "own-bin"], read.ToMetadata().Select(entry => entry.Key));
        Assert.Throws<MetadataException>(() => new Loose(null, null) { Own = [] }.ToMetadata()); // where it is dropped, its default would be read
        Assert.Throws<MetadataException>(() => received.Set(MetadataKey.Bytes("blob-bin"), default));
    }

    [Fact]
    public void Value_without_a_wire_form_is_invalid()
    {
        MetadataException undefined = Assert.Throws<MetadataException>(() => new Everything { Day = (DayOfWeek)9 }.ToMetadata());
        Assert.Equal(MetadataErrorKind.Invalid, Assert.Single(undefined.Errors).Kind);

        MetadataException surrogate = Assert.Throws<MetadataException>(() => new Everything { Utf8 = "\ud800" }.ToMetadata());
        Assert.Equal(MetadataErrorKind.Invalid, Assert.Single(surrogate.Errors).Kind);
    }

    [Fact]
    public void Sensitive_text_with_a_comma_is_rejected_since_no_reader_would_take_it()
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => new Secret("a,b").ToMetadata());
        Assert.Equal(MetadataErrorKind.Duplicate, Assert.Single(exception.Errors).Kind);
    }

    [Fact]
    public void Uuid_travels_as_text_and_as_sixteen_bytes_in_network_order()
    {
        Guid uuid = Guid.Parse("0d16ad85-6ce4-4773-a1be-9f62b2e886a3");
        Metadata metadata = new Everything { Uuid = uuid, RawUuid = uuid };
        Assert.Equal("0d16ad85-6ce4-4773-a1be-9f62b2e886a3", metadata.GetValue("uuid"));
        Assert.Equal("0D16AD856CE44773A1BE9F62B2E886A3", Convert.ToHexString(metadata.GetValueBytes("raw-uuid-bin")!));
    }
}

[GrpcMetadata]
public sealed partial record Joined(string[] Items);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record Kept(string[] Items);

[GrpcMetadata]
public sealed partial record Loose(byte[]? Blob, [MetadataKey("note-bin")] string? Note)
{
    public byte[] Own { get; init; } = [1];
}
