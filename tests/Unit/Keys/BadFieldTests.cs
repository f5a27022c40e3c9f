using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;
using TypedMetadata.Unit.Records;

namespace TypedMetadata.Unit.Keys;

/// <summary>What is said of fields that no record and no converter can take, and what the client's handler makes of them.</summary>
public sealed class BadFieldTests
{
    private static readonly MetadataKey<Timestamp> _message = MetadataKey.Protobuf("message-bin", Timestamp.Parser);

    [Theory]
    [InlineData("uuid-bin", "AAA\u0127", "'uuid-bin' is malformed: expected base64 (RFC 4648, section 4), with or without padding.")]
    [InlineData("uuid-bin", "!", "'uuid-bin' is malformed: expected base64 (RFC 4648, section 4), with or without padding.")]
    [InlineData("map-\u00e4", "x", "'map-' has an entry with an invalid key. After the prefix, use 0-9, a-z, '_', '-' and '.'.")]
    public void Field_as_it_comes_over_the_wire_says(string key, string field, string message)
    {
        MetadataReader reader = new(LayoutOf<Spoken>());
        reader.Push(SlotOf<Spoken>("text"), "text", "a");
        reader.Push(SlotOf<Spoken>(key.StartsWith("map-", StringComparison.Ordinal) ? "map-x" : key), key, field);
        Assert.False(RecordReading.TryCreate<Spoken>(ref reader, out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal([message], errors.Select(error => error.Message));
    }

    [Fact]
    public void Converter_that_rejects_or_throws_is_named()
    {
        Says("'a' is malformed: expected a value in the format of this key.", () => new Metadata { { "a", "no" } }.Get(MetadataKey.Text("a", new Moody())));
        Says("'a-bin' is malformed: expected bytes in the format of this key.", () => new Metadata { { "a-bin", [0] } }.Get(MetadataKey.Binary("a-bin", new Moody())));
        Says("'a' has a value for which its converter or parser threw FormatException.", () => new Metadata { { "a", "throw" } }.Get(MetadataKey.Text("a", new Moody())));
        Says("'a-bin' has a value for which its converter or parser threw FormatException.", () => new Metadata { { "a-bin", [1] } }.Get(MetadataKey.Binary("a-bin", new Moody())));
    }

    [Fact]
    public void Converter_that_throws_when_it_writes_is_named_and_null_is_never_given_to_it()
    {
        Says("'a' has a value for which its converter or parser threw FormatException.", () => new Metadata().Set(MetadataKey.Text("a", new Moody()), Moody.Bad));
        Says("'a-bin' has a value for which its converter or parser threw FormatException.", () => new Metadata().Set(MetadataKey.Binary("a-bin", new Moody()), Moody.Bad));
        Says("'a' has a value for which its converter or parser threw FormatException.", () => new Mood(Moody.Bad, 1).ToMetadata());
        Says("'a-bin' has a value for which its converter or parser threw FormatException.", () => new Mood(1, Moody.Bad).ToMetadata());
        Says("'a' is required but null. Set a value, or make the property nullable.", () => new Metadata().Set(MetadataKey.Text("a", new Names()), null!));
        Says("'a-bin' is required but null. Set a value, or make the property nullable.", () => new Metadata().Set(MetadataKey.Binary("a-bin", new Names()), null!));
    }

    /// <summary>What a positional default leaves of an absent key.</summary>
    [Fact]
    public void Array_that_is_none_is_no_bytes()
    {
        Blob read = new Metadata { { "other-bin", [1] } }.Read<Blob>();
        Assert.True(read.Empty.IsDefault);
        Assert.Empty(read.ToMetadata().Get("empty-bin")!.ValueBytes);
        Assert.Equal(MetadataErrorKind.Empty, Assert.Single(Assert.Throws<MetadataException>(() => new Blob(default).ToMetadata()).Errors).Kind);
    }

    [Fact]
    public void Message_s_key_takes_messages()
    {
        Says("'message-bin' is malformed: expected a serialized protobuf message of its type.", () => new Metadata { { "message-bin", [255] } }.Get(_message));
        Says("'message-bin' is required but null. Set a value, or make the property nullable.", () => new Metadata().Set(_message, null!));
        Assert.Throws<ArgumentNullException>("metadata", () => ((Metadata)null!).GetAll(_message));
    }

    [Fact]
    public void List_takes_as_many_items_as_it_may_have() =>
        Assert.Equal([1, 2], new Metadata { { "text", "a" }, { "list", "1,2" } }.Read<Spoken>().List);

    /// <summary>Grpc.Net.Client fills up padding that is missing, and fails for all else.</summary>
    [Theory]
    [InlineData("AQID", "AQID")]
    [InlineData("AQ", "AQ")]
    [InlineData("AQ==", "AQ==")]
    [InlineData("AQ=", "AQ")]
    [InlineData("AQI=", "AQI=")]
    [InlineData("AQID,AQ==", "AQID", "AQ")]
    [InlineData("AQIDB")]
    [InlineData("A")]
    [InlineData("AQ===")]
    [InlineData("A Q=")]
    public async Task Binary_field_of_a_response_is_repaired_or_removed(string sent, params string[] left)
    {
        using HttpMessageInvoker invoker = new(new TypedMetadataHandler(new Answering(sent)));
        using HttpRequestMessage request = new(HttpMethod.Post, "http://localhost/acme.Service/Method");
        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
        Assert.Equal(left, response.Headers.NonValidated.TryGetValues("a-bin", out System.Net.Http.Headers.HeaderStringValues values) ? values : []);
        Metadata metadata = [];
        foreach ((string key, System.Net.Http.Headers.HeaderStringValues fields) in response.Headers.NonValidated)
        {
            if (!key.EndsWith("-bin", StringComparison.Ordinal))
            {
                metadata.Add(key, fields.ToString());
            }
        }

        Assert.Equal(left.Length == 0, Record.Exception(() => metadata.GetAll(MetadataKey.Bytes("a-bin"))) is MetadataException);
    }

    private static void Says(string message, Action action) =>
        Assert.Equal(message, Assert.Single(Assert.Throws<MetadataException>(action).Errors).Message);

    private static MetadataLayout LayoutOf<T>()
        where T : IGrpcMetadata<T> => T.Descriptor.Layout;

    private static int SlotOf<T>(string key)
        where T : IGrpcMetadata<T> => T.Descriptor.Layout.SlotOf(key);

    internal sealed class Moody : ITextMetadataConverter<int>, IBinaryMetadataConverter<int>
    {
        internal const int Bad = 7;

        public string Format(int value) => value == Bad ? throw new FormatException() : "1";

        public bool TryParse(string text, out int value)
        {
            value = 1;
            return text == "throw" ? throw new FormatException() : false;
        }

        public ReadOnlyMemory<byte> Encode(int value) => value == Bad ? throw new FormatException() : new byte[] { 1 };

        public bool TryDecode(ReadOnlyMemory<byte> bytes, out int value)
        {
            value = 1;
            return bytes.Span[0] == 1 ? throw new FormatException() : false;
        }
    }

    private sealed class Names : ITextMetadataConverter<string>, IBinaryMetadataConverter<string>
    {
        public string Format(string value) => value[..1];

        public bool TryParse(string text, out string value) => (value = text).Length != 0;

        public ReadOnlyMemory<byte> Encode(string value) => new byte[value.Length];

        public bool TryDecode(ReadOnlyMemory<byte> bytes, out string value) => (value = "").Length == bytes.Length;
    }

    private sealed class Answering(string field) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = new();
            response.Headers.TryAddWithoutValidation("a-bin", field);
            return Task.FromResult(response);
        }
    }
}

[GrpcMetadata]
internal sealed partial record Mood(
    [property: MetadataKey("a"), MetadataConverter(typeof(BadFieldTests.Moody))] int Text,
    [property: MetadataKey("a-bin"), MetadataConverter(typeof(BadFieldTests.Moody))] int Bytes);

[GrpcMetadata]
internal sealed partial record Blob(
    [property: MetadataKey("other-bin")] ImmutableArray<byte> Other,
    [property: MetadataKey("empty-bin", AllowEmpty = true)] ImmutableArray<byte> Empty = default);
