using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>What errors say: the key in quotes, the problem, and after a colon what to do.</summary>
public sealed partial class MessageTests
{
    [Theory]
    [InlineData("text", null, "'text' is missing.")]
    [InlineData("number", "x", "'number' is malformed: expected a whole number in the range of Int32, without a plus sign or leading zeros.")]
    [InlineData("flag", "x", "'flag' is malformed: expected 'true' or 'false'.")]
    [InlineData("real", "x", "'real' is malformed: expected a number in the range of Double, 'NaN', 'Infinity' or '-Infinity'.")]
    [InlineData("money", "x", "'money' is malformed: expected a decimal number without an exponent.")]
    [InlineData("time", "x", "'time' is malformed: expected a date and time of RFC 3339, such as 2026-11-23T01:02:03.5Z.")]
    [InlineData("utc", "x", "'utc' is malformed: expected a UTC date and time of RFC 3339, such as 2026-11-23T01:02:03.5Z.")]
    [InlineData("span", "x", "'span' is malformed: expected a duration in seconds, such as 3.5s.")]
    [InlineData("constant", "x", "'constant' is malformed: expected a duration in .NET's constant format, such as 00:00:03.5000000.")]
    [InlineData("uri", "http://[", "'uri' is malformed: expected a URI.")]
    [InlineData("address", "x", "'address' is malformed: expected an IP address, such as 192.0.2.1 or 2001:db8::1.")]
    [InlineData("uuid-bin", "AA", "'uuid-bin' is malformed: expected the 16 bytes of a UUID.")]
    [InlineData("utf8-bin", "/w", "'utf8-bin' is malformed: expected UTF-8.")]
    [InlineData("message-bin", "/w", "'message-bin' is malformed: expected a serialized protobuf message of its type.")]
    [InlineData("secret", "a,b", "The value of sensitive key 'secret' contains a comma, so it may be two values that a proxy combined. If commas are valid, set AllowComma = true; otherwise use a '-bin' key.")]
    [InlineData("list", "1,2,3", "'list' has more than 2 items. Send fewer items, or raise MaxItems.")]
    public void Read_says(string key, string? wire, string message)
    {
        Metadata metadata = new() { { "text", "a" } };
        if (wire is null)
        {
            metadata.Clear();
        }
        else
        {
            metadata.Add(key.EndsWith("-bin", StringComparison.Ordinal) ? new Metadata.Entry(key, Convert.FromBase64String(wire.PadRight(4, '='))) : new Metadata.Entry(key, wire));
        }

        Assert.False(metadata.TryRead<Spoken>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal([message], errors.Select(error => error.Message));
    }

    [Fact]
    public void Read_of_several_different_values_says() =>
        Says("'text' has several different values. Send one value.", () => new Metadata { { "text", "a" }, { "text", "b" } }.Read<Spoken>());

    [Fact]
    public void Write_says()
    {
        Spoken whole = new() { Text = "a" };
        Says("'text' is required but null. Set a value, or make the property nullable.", () => new Spoken { Text = null! }.ToMetadata());
        Says("'text' is empty, and some servers drop empty header fields. Set a value, or make the property nullable and leave it null.", () => new Spoken { Text = "" }.ToMetadata());
        Says("'text' starts or ends with a space, which HTTP removes. Trim the value, or use a '-bin' key.", () => new Spoken { Text = " a" }.ToMetadata());
        Says("'text' contains a line break or another character outside printable ASCII (0x20 to 0x7E). ", () => new Spoken { Text = "\u00e4" }.ToMetadata());
        Says("'utc' has a value that cannot be written: its Kind is not Utc, so use DateTimeOffset or ToUniversalTime().", () => (whole with { Utc = DateTime.Now }).ToMetadata());
        Says("'utf8-bin' has a value that cannot be written: expected UTF-8.", () => (whole with { Utf8 = "\ud800" }).ToMetadata());
        Says("'texts' has an item with a comma, which would be read as two items. ", () => (whole with { Texts = ["a,b"] }).ToMetadata());
        Says("'texts' has an empty item, which readers ignore. Remove the item.", () => (whole with { Texts = [""] }).ToMetadata());
        Says("'map-a' is empty, and some servers drop empty header fields. Remove the entry.", () => (whole with { Map = new Dictionary<string, string> { ["a"] = "" } }).ToMetadata());
        Says("'map-a' starts or ends with a space", () => (whole with { Map = new Dictionary<string, string> { ["a"] = " b" } }).ToMetadata());
        Says("'map-' has an entry with an invalid name. ", () => (whole with { Map = new Dictionary<string, string> { ["a b"] = "c" } }).ToMetadata());
        Says("'map-' has more than 64 keys. Send fewer keys.", () => (whole with { Map = Enumerable.Range(0, 65).ToDictionary(number => $"k{number}", _ => "v") }).ToMetadata());
        Assert.Equal(64, (whole with { Map = Enumerable.Range(0, 64).ToDictionary(number => $"k{number}", _ => "v") }).ToMetadata().Count - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Record_that_is_too_large_says_by_what_it_takes_on_the_wire(int length)
    {
        // Name, base64 without padding, and 32: two characters for one byte, three for two, four for three.
        int free = Bounded.Most - ("blob-bin".Length + length + 1 + 32) - ("map-a".Length + 32);
        Bounded fits = new(new byte[length], new Dictionary<string, string> { ["a"] = new('x', free) });
        Assert.Equal(2, fits.ToMetadata().Count);
        Bounded large = fits with { M = new Dictionary<string, string> { ["a"] = new('x', free + 1) } };
        Says($"'Bounded' takes more than {Bounded.Most} bytes; the largest keys are 'map-a' ", () => large.ToMetadata());
        Bounded several = fits with { M = new Dictionary<string, string> { ["a"] = new('x', free - 40), ["b"] = new('x', 40) } };
        Says($"'Bounded' takes more than {Bounded.Most} bytes; the largest keys are 'map-a' ", () => several.ToMetadata());
    }

    private static void Says(string start, Action action) =>
        Assert.StartsWith(start, Assert.Single(Assert.Throws<MetadataException>(action).Errors).Message, StringComparison.Ordinal);
}

[GrpcMetadata]
public sealed partial record Spoken
{
    public required string Text { get; init; }

    public int? Number { get; init; }

    public bool? Flag { get; init; }

    public double? Real { get; init; }

    public decimal? Money { get; init; }

    public DateTimeOffset? Time { get; init; }

    public DateTime? Utc { get; init; }

    public TimeSpan? Span { get; init; }

    [MetadataKey(Format = "c")]
    public TimeSpan? Constant { get; init; }

    public Uri? Uri { get; init; }

    public System.Net.IPAddress? Address { get; init; }

    [MetadataKey("uuid-bin")]
    public Guid? Uuid { get; init; }

    [MetadataKey("utf8-bin")]
    public string? Utf8 { get; init; }

    [MetadataKey("message-bin")]
    public Timestamp? Message { get; init; }

    [MetadataKey(Sensitive = true)]
    public string? Secret { get; init; }

    [MetadataKey(MaxItems = 2)]
    public int[] List { get; init; } = [];

    public string[] Texts { get; init; } = [];

    [MetadataPrefix("map-")]
    public IReadOnlyDictionary<string, string>? Map { get; init; }
}

[GrpcMetadata(MaxSize = Most)]
public sealed partial record Bounded(byte[] Blob, [property: MetadataPrefix("map-")] IReadOnlyDictionary<string, string> M)
{
    internal const int Most = 200;
}
