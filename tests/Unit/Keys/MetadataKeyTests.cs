using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using TypedMetadata.Unit.Records;

namespace TypedMetadata.Unit.Keys;

/// <summary>Typed keys for metadata that no record describes.</summary>
public sealed partial class MetadataKeyTests
{
    private static readonly MetadataKey<int> _number = MetadataKey.Text<int>("X-Number");
    private static readonly MetadataKey<ReadOnlyMemory<byte>> _bytes = MetadataKey.Bytes("x-bytes-bin");

    [Fact]
    public void Value_that_is_set_is_got()
    {
        Metadata metadata = [];
        metadata.Set(_number, 42);
        metadata.Set(_bytes, new byte[] { 1, 2 });
        metadata.Set(MetadataKey.Enum<DayOfWeek>("day"), DayOfWeek.Friday);
        metadata.Set(MetadataKey.Protobuf("at-bin", Timestamp.Parser), new Timestamp { Seconds = 5 });
        metadata.Set(MetadataKey.Text("name"), "ada");

        Assert.Equal("42", metadata.GetValue("x-number"));
        Assert.Equal(42, metadata.Get(_number));
        Assert.Equal([1, 2], metadata.Get(_bytes).ToArray());
        Assert.Equal(DayOfWeek.Friday, metadata.Get(MetadataKey.Enum<DayOfWeek>("day")));
        Assert.Equal(5, metadata.Get(MetadataKey.Protobuf("at-bin", Timestamp.Parser)).Seconds);
        Assert.Equal("ada", metadata.Get(MetadataKey.Text("name")));
    }

    [Fact]
    public void Setting_replaces_every_value()
    {
        Metadata metadata = new() { { "x-number", "1" }, { "x-number", "2" } };
        metadata.Set(_number, 3);
        Assert.Equal("3", Assert.Single(metadata).Value);
    }

    [Fact]
    public void Value_that_cannot_be_written_changes_nothing()
    {
        Metadata metadata = new() { { "name", "before" } };
        Assert.Throws<MetadataException>(() => metadata.Set(MetadataKey.Text("name"), "a\r\nb"));
        Assert.Equal("before", Assert.Single(metadata).Value);
    }

    [Fact]
    public void Absent_key_is_missing()
    {
        Metadata metadata = [];
        Assert.Equal(MetadataErrorKind.Missing, Assert.Single(Assert.Throws<MetadataException>(() => metadata.Get(_number)).Errors).Kind);
        Assert.False(metadata.TryGet(_number, out _));
        Assert.Empty(metadata.GetAll(_number));
    }

    [Fact]
    public void TryGet_malformed_value_is_false_and_gives_the_error()
    {
        Metadata metadata = new() { { "x-number", "007" } };
        Assert.False(metadata.TryGet(_number, out int value));
        Assert.Equal(0, value);
        Assert.False(metadata.TryGet(_number, out _, out MetadataError? error));
        Assert.Equal(("x-number", MetadataErrorKind.Malformed), (error!.Key, error.Kind));
        Assert.Equal(error, Assert.Single(Assert.Throws<MetadataException>(() => metadata.Get(_number)).Errors));
    }

    [Fact]
    public void TryGet_several_different_values_is_false_and_gives_the_error()
    {
        Assert.False(new Metadata { { "x-number", "1" }, { "x-number", "2" } }.TryGet(_number, out _, out MetadataError? error));
        Assert.Equal(MetadataErrorKind.Duplicate, error!.Kind);
    }

    [Fact]
    public void TryGet_absent_key_is_false_without_an_error()
    {
        Assert.False(new Metadata().TryGet(_number, out _, out MetadataError? error));
        Assert.Null(error);
    }

    [Fact]
    public void MetadataError_ToString_is_its_message() =>
        Assert.Equal("'x-number' is missing.", Assert.Throws<MetadataException>(() => new Metadata().Get(_number)).Errors[0].ToString());

    [Fact]
    public void All_values_come_in_order()
    {
        Metadata metadata = new() { { "x-number", "1" }, { "x-bytes-bin", [1] }, { "x-number", "2" }, { "x-bytes-bin", [] } };
        Assert.Equal([1, 2], metadata.GetAll(_number));
        Assert.Equal([1, 0], metadata.GetAll(_bytes).Select(bytes => bytes.Length));
        Assert.Throws<MetadataException>(() => metadata.Get(_number));
    }

    [Theory]
    [InlineData("a-bin")]
    [InlineData("not a key")]
    [InlineData("")]
    [InlineData("-bin")]
    public void Name_that_is_no_text_key_is_rejected(string name) => Assert.Throws<ArgumentException>(() => MetadataKey.Text(name));

    [Fact]
    public void Binary_key_needs_its_suffix() =>
        Assert.Contains("'token-bin'", Assert.Throws<ArgumentException>(() => MetadataKey.Bytes("token")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("grpc-status")]
    [InlineData("content-type")]
    public void Key_of_gRPC_or_HTTP_is_read_but_never_written(string name)
    {
        MetadataKey<string> key = MetadataKey.Text(name);
        Assert.Equal("x", new Metadata { { name, "x" } }.Get(key));
        Assert.Equal(MetadataErrorKind.Invalid, Assert.Single(Assert.Throws<MetadataException>(() => new Metadata().Set(key, "x")).Errors).Kind);
    }

    [Fact]
    public void Keys_of_a_record_know_their_types()
    {
        Metadata metadata = new WithDefaults("ada", Day: DayOfWeek.Sunday, Limit: 5);
        Assert.Equal("ada", metadata.Get(WithDefaults.Keys.Name));
        Assert.Equal(DayOfWeek.Sunday, metadata.Get(WithDefaults.Keys.Day));
        Assert.Equal(5, metadata.Get(WithDefaults.Keys.Limit));
        Assert.Equal("name", WithDefaults.Keys.Name.Name);
    }

    [Fact]
    public void Enum_is_read_by_name_alone() =>
        Assert.Throws<MetadataException>(() => new Metadata { { "day", "5" } }.Get(MetadataKey.Enum<DayOfWeek>("day")));
}
