using System.Collections.Immutable;
using System.Globalization;
using TypedMetadata;

namespace Contracts;

/// <summary>What is not a single value: lists, a map, a record inside, a base, a converter, rules of its own.</summary>
[GrpcMetadata(MetadataPositions.All, Prefix = "shape-")]
public sealed partial record Shapes(IReadOnlyList<int> Numbers, Size Size, Spot Spot) : Shape
{
    public ImmutableArray<string> Names { get; init; } = [];

    public List<byte[]> Blobs { get; init; } = [];

    [MetadataKey(PercentEncoded = true)]
    public string Title { get; init; } = "";

    [MetadataPrefix("x-shape-")]
    public IReadOnlyDictionary<string, string> Others { get; init; } = ImmutableDictionary<string, string>.Empty;

    static partial void Validate(in Shapes value, ICollection<MetadataError> errors)
    {
        if (value.Numbers.Count > 10)
        {
            errors.Add(new MetadataError(Keys.Numbers.Name, MetadataErrorKind.Invalid, "too many numbers"));
        }
    }
}

[GrpcMetadata(MetadataPositions.All)]
public abstract partial record Shape
{
    public string? Colour { get; init; }
}

[GrpcMetadata(MetadataPositions.All)]
public readonly partial record struct Size(double Width, double Height);

[MetadataConverter(typeof(SpotConverter))]
public readonly record struct Spot(int X, int Y);

public sealed class SpotConverter : ITextMetadataConverter<Spot>
{
    public string Format(Spot value) => string.Create(CultureInfo.InvariantCulture, $"{value.X}/{value.Y}");

    public bool TryParse(string text, out Spot value)
    {
        string[] parts = text.Split('/');
        value = default;
        if (parts.Length != 2 || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out int x) || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out int y))
        {
            return false;
        }

        value = new Spot(x, y);
        return true;
    }
}
