using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace TypedMetadata.Unit.Properties;

[GrpcMetadata]
public sealed partial record PercentEncodedOption(
    [MetadataKey(PercentEncoded = true)] string One,
    [MetadataKey(PercentEncoded = true)] string[] Many,
    [MetadataKey(PercentEncoded = true, Sensitive = true)] string Hidden,
    [MetadataKey(PercentEncoded = true, Sensitive = true, AllowComma = true)] string HiddenWithCommas);

[GrpcMetadata]
public sealed partial record SensitiveOption(
    [MetadataKey(Sensitive = true)] string Secret,
    [MetadataKey(Sensitive = true, AllowComma = true)] string Open,
    [MetadataKey(Sensitive = true)] byte[] Bytes);

[GrpcMetadata]
public sealed partial record AllowEmptyOption(
    [MetadataKey(AllowEmpty = true)] string Text,
    [MetadataKey(AllowEmpty = true)] byte[] Bytes,
    [MetadataKey(Required = true)] Timestamp Stamp);

[GrpcMetadata]
public sealed partial record DuplicatesOption(
    [MetadataKey(Duplicates = DuplicatePolicy.First)] string First,
    [MetadataKey(Duplicates = DuplicatePolicy.Last)] int Last,
    [MetadataKey(Duplicates = DuplicatePolicy.Last)] byte[] Bytes);

[GrpcMetadata]
public sealed partial record FormatOption([MetadataKey(Format = "c")] TimeSpan One, [MetadataKey(Format = "c")] TimeSpan[] Many);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record SpellingOption(
    [MetadataKey(Format = "s")] TimeSpan Seconds,
    [MetadataKey(Format = "ms")] TimeSpan[] Milliseconds,
    [MetadataKey(Format = "base64")] byte[] Digest,
    [MetadataKey(Format = "snake")] DayOfWeek Day,
    [MetadataKey(Separator = "|")] int[] Numbers,
    [MetadataKey(Separator = "; ", PercentEncoded = true)] string[] Texts,
    [MetadataKey(Scheme = "Bearer", AllowComma = true)] string Token);

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record MaxItemsOption([MetadataKey(MaxItems = 3)] int[] Few, [MetadataKey(MaxItems = 300)] byte[][] Many);

[GrpcMetadata(Prefix = "x-acme-", MaxSize = 8192)]
public sealed partial record PrefixOption(string Derived, [MetadataKey("own")] string Own, byte[] Bytes);

[GrpcMetadata]
public sealed partial record ReadAlsoOption([MetadataKey(Aliases = ["x-old", "x-older"])] string Name, [MetadataKey(Aliases = ["x-figures"])] int[] Numbers);

[GrpcMetadata]
public sealed partial record FormerOption([MetadataKey("x-older")] string Name, [MetadataKey("x-figures")] int[] Numbers);

[GrpcMetadata]
public sealed partial record ReadOnlyOption
{
    [MetadataKey("user-agent", ReadOnly = true)]
    public string? UserAgent { get; init; }
}

[MetadataConverter(typeof(HexConverter))]
public readonly record struct Hex(int Value);

/// <summary>Both forms of a type that has none by itself.</summary>
public sealed class HexConverter : ITextMetadataConverter<Hex>, IBinaryMetadataConverter<Hex>
{
    public string Format(Hex value) => value.Value.ToString("x8", CultureInfo.InvariantCulture);

    public bool TryParse(string text, out Hex value)
    {
        bool parsed = int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number);
        value = new Hex(number);
        return parsed;
    }

    public ReadOnlyMemory<byte> Encode(Hex value) => BitConverter.GetBytes(value.Value);

    public bool TryDecode(ReadOnlyMemory<byte> bytes, out Hex value)
    {
        value = bytes.Length == sizeof(int) ? new Hex(BitConverter.ToInt32(bytes.Span)) : default;
        return bytes.Length == sizeof(int);
    }
}

[GrpcMetadata]
public sealed partial record ConverterOption(Hex One, Hex[] Many, [MetadataKey("binary-bin")] Hex Binary);

[GrpcMetadata]
public sealed partial record MapOption(
    [MetadataPrefix("x-text-", PercentEncoded = true)] IReadOnlyDictionary<string, string> Texts,
    [MetadataPrefix("x-time-")] IReadOnlyDictionary<string, DateTimeOffset> Times,
    [MetadataPrefix("x-text-")] IReadOnlyDictionary<string, byte[]> Blobs);

[GrpcMetadata(Prefix = "base-")]
public abstract partial record BaseOption(string Name)
{
    public double? Number { get; init; }
}

[GrpcMetadata(Prefix = "outer-")]
public sealed partial record OuterOption(string Name, InnerOption Inner) : BaseOption(Name)
{
    public MaybeOption? Maybe { get; init; }
}

[GrpcMetadata]
public sealed partial record InnerOption(DateTimeOffset Time);

[GrpcMetadata]
public readonly partial record struct MaybeOption(int Value);
