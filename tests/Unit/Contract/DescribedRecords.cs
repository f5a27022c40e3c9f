using System.Globalization;
using Grpc.Core;

namespace TypedMetadata.Unit.Contract;

public sealed class Celsius : ITextMetadataConverter<double>, IBinaryMetadataConverter<double>
{
    public string Format(double value) => value.ToString(CultureInfo.InvariantCulture);

    public bool TryParse(string text, out double value) => double.TryParse(text, CultureInfo.InvariantCulture, out value);

    public ReadOnlyMemory<byte> Encode(double value) => BitConverter.GetBytes(value);

    public bool TryDecode(ReadOnlyMemory<byte> bytes, out double value)
    {
        value = bytes.Length == sizeof(double) ? BitConverter.ToDouble(bytes.Span) : 0;
        return bytes.Length == sizeof(double);
    }
}

/// <summary>Where "it" is;
/// on one line.</summary>
/// <param name="City">The city's name.</param>
[GrpcMetadata(Prefix = "at-")]
public sealed partial record Spot(string City, [MetadataKey("zip", Aliases = ["postal-code"])] string? Zip = null, DayOfWeek Day = DayOfWeek.Monday)
{
    [MetadataConverter(typeof(Celsius))]
    public double Warmth { get; init; }

    [MetadataKey("warmths-bin"), MetadataConverter(typeof(Celsius))]
    public List<double> Warmths { get; init; } = [];
}

[GrpcMetadata(Prefix = "trip-")]
public sealed partial record Trip(Spot Start, [property: MetadataKey(Sensitive = true)] Spot.Area Details)
{
    [MetadataKey(Sensitive = true, ErrorStatusCode = StatusCode.PermissionDenied)]
    public string @event { get; init; } = "";
}

public sealed partial record Spot
{
    [GrpcMetadata(MetadataPositions.All, MaxSize = 4096)]
    public sealed partial record Area([MetadataPrefix("x-label-")] IReadOnlyDictionary<string, string> Labels, [MetadataKey("raw-bin", MaxItems = 2)] byte[][] Raw, int Size);
}

/// <summary>All of <see cref="Trip"/>, or none of it.</summary>
[GrpcMetadata(Prefix = "maybe-")]
public sealed partial record Maybe(Trip? Trip = null)
{
    [MetadataKey("user-agent", ReadOnly = true)]
    public string? UserAgent { get; init; }
}
