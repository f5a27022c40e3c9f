using System.Buffers.Binary;
using CsCheck;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>Types of the user's own, by converters.</summary>
public sealed class ConverterTests
{
    [Fact]
    public void Converter_reads_back_what_it_writes() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int, Gen.Int.Array[0, 4], (x, y, more) => new Placed(new Spot(x, y), new Spot(y, x), [.. more.Select(number => new Spot(number, 1))], new Area(x)) { Maybe = y > 0 ? new Spot(y, y) : null }).Sample(
            sent => Assert.Equal(sent, sent.ToMetadata().Read<Placed>()),
            iter: Properties.Cases.Each);

    [Fact]
    public void Converter_chooses_the_spelling()
    {
        Metadata metadata = new Placed(new Spot(1, 2), new Spot(3, 4), [new Spot(5, 6), new Spot(7, 8)], new Area(9));
        Assert.Equal("1/2", metadata.GetValue("text"));
        Assert.Equal([3, 0, 0, 0, 4, 0, 0, 0], metadata.GetValueBytes("binary-bin")!);
        Assert.Equal("5/6,7/8", metadata.GetValue("several"));
        Assert.Equal("9 m2", metadata.GetValue("area"));
    }

    [Fact]
    public void Text_that_a_converter_does_not_take_is_malformed()
    {
        Assert.False(Broken("text", "nonsense").TryRead<Placed>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(("text", MetadataErrorKind.Malformed), (Assert.Single(errors).Key, errors[0].Kind));
    }

    [Fact]
    public void Exception_of_a_converter_is_named_by_its_type_alone()
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => Broken("text", "canary/canary").Read<Placed>());
        MetadataError error = Assert.Single(exception.Errors);
        Assert.Equal(MetadataErrorKind.Invalid, error.Kind);
        Assert.Contains(nameof(FormatException), error.Message, StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_converter_is_checked_like_any_text()
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => new Placed(new Spot(1, 2), default, [], new Area(-1)).ToMetadata());
        Assert.Equal(("area", MetadataErrorKind.NotPrintableAscii), (Assert.Single(exception.Errors).Key, exception.Errors[0].Kind));
    }

    [Fact]
    public void Key_without_a_record_takes_a_converter_too()
    {
        SpotConverter converter = new();
        MetadataKey<Spot> text = MetadataKey.Text("spot", converter);
        MetadataKey<Spot> binary = MetadataKey.Binary("spot-bin", converter);
        Metadata metadata = [];
        metadata.Set(text, new Spot(1, 2));
        metadata.Set(binary, new Spot(3, 4));
        Assert.Equal("1/2", metadata.GetValue("spot"));
        Assert.Equal((new Spot(1, 2), new Spot(3, 4)), (metadata.Get(text), metadata.Get(binary)));

        MetadataException thrown = Assert.Throws<MetadataException>(() => new Metadata { { "spot", "canary/canary" } }.Get(text));
        Assert.Equal(MetadataErrorKind.Invalid, Assert.Single(thrown.Errors).Kind);
        Assert.DoesNotContain("canary", thrown.ToString(), StringComparison.Ordinal);
        Assert.Throws<MetadataException>(() => new Metadata { { "spot-bin", [1] } }.Get(binary));
        Assert.Throws<MetadataException>(() => metadata.Set(MetadataKey.Text("area", new AreaText()), new Area(-1)));
    }

    [Fact]
    public void Exception_of_a_converter_for_an_empty_value_is_an_error()
    {
        Assert.False(new Metadata().TryRead<EmptySpot>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(("spot-bin", MetadataErrorKind.Malformed), (Assert.Single(errors).Key, errors[0].Kind));
        MetadataException exception = Assert.Throws<MetadataException>(() => new Metadata().Read<EmptyThrower>());
        Assert.Equal(("value-bin", MetadataErrorKind.Invalid), (Assert.Single(exception.Errors).Key, exception.Errors[0].Kind));
    }

    private static Metadata Broken(string key, string text)
    {
        Metadata metadata = new Placed(new Spot(1, 2), new Spot(3, 4), [], new Area(9));
        metadata.Set(MetadataKey.Text(key), text);
        return metadata;
    }
}

public readonly record struct Spot(int X, int Y);

[MetadataConverter(typeof(AreaText))]
public readonly record struct Area(int SquareMetres);

public sealed partial class SpotConverter : ITextMetadataConverter<Spot>, IBinaryMetadataConverter<Spot>
{
    public string Format(Spot value) => FormattableString.Invariant($"{value.X}/{value.Y}");

    public bool TryParse(string text, out Spot value)
    {
        string[] parts = text.Split('/');
        value = parts.Length == 2 ? new Spot(Number(parts[0]), Number(parts[1])) : default;
        return parts.Length == 2;
    }

    public ReadOnlyMemory<byte> Encode(Spot value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value.X);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), value.Y);
        return bytes;
    }

    public bool TryDecode(ReadOnlyMemory<byte> bytes, out Spot value)
    {
        bool fits = bytes.Length == 8;
        value = fits ? new Spot(BinaryPrimitives.ReadInt32LittleEndian(bytes.Span), BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[4..])) : default;
        return fits;
    }

    private static int Number(string text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out int number)
        ? number
        : throw new FormatException($"'{text}' is no number");
}

public sealed partial class AreaText : ITextMetadataConverter<Area>
{
    public string Format(Area value) => value.SquareMetres < 0 ? "−" : FormattableString.Invariant($"{value.SquareMetres} m2");

    public bool TryParse(string text, out Area value)
    {
        bool valid = int.TryParse(text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture, out int number);
        value = new Area(number);
        return valid;
    }
}

[GrpcMetadata]
public sealed partial record Placed(
    [property: MetadataConverter(typeof(SpotConverter))] Spot Text,
    [MetadataKey("binary-bin"), MetadataConverter(typeof(SpotConverter))] Spot Binary,
    [MetadataConverter(typeof(SpotConverter))] Spot[] Several,
    Area Area)
{
    [MetadataConverter(typeof(SpotConverter))]
    public Spot? Maybe { get; init; }
}

public sealed partial class ThrowingConverter : IBinaryMetadataConverter<Area>
{
    public ReadOnlyMemory<byte> Encode(Area value) => throw new NotSupportedException();

    public bool TryDecode(ReadOnlyMemory<byte> bytes, out Area value) => throw new NotSupportedException();
}

[GrpcMetadata]
public sealed partial record EmptyThrower([MetadataKey("value-bin", AllowEmpty = true), MetadataConverter(typeof(ThrowingConverter))] Area Value);

#pragma warning disable TMD047 // AllowEmpty stands beside a converter of both kinds on purpose
[GrpcMetadata]
public sealed partial record EmptySpot([MetadataKey("spot-bin", AllowEmpty = true), MetadataConverter(typeof(SpotConverter))] Spot Spot);
