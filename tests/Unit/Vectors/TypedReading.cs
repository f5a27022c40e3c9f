using System.Globalization;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Reads a record with one value, by whatever path.</summary>
internal interface IReading
{
    T Read<T>()
        where T : IRequestMetadata<T>;
}

/// <summary>Values of the types that vectors name, in the form in which vectors spell them.</summary>
internal static class TypedReading
{
    internal static string Of(string type, IReading reading) => type switch
    {
        "int" => reading.Read<OneInt>().Value.ToString(CultureInfo.InvariantCulture),
        "double" => reading.Read<OneDouble>().Value.ToString("R", CultureInfo.InvariantCulture),
        "bool" => reading.Read<OneBool>().Value ? "true" : "false",
        "Guid" => reading.Read<OneGuid>().Value.ToString("D"),
        "DateTimeOffset" => reading.Read<OneTime>().Value.ToString("O", CultureInfo.InvariantCulture),
        "TimeSpan" => reading.Read<OneDuration>().Value.ToString("c"),
        "IPAddress" => reading.Read<OneAddress>().Value.ToString(),
        "Version" => reading.Read<OneVersion>().Value.ToString(),
        "string[]" => string.Join('|', reading.Read<ManyTexts>().Value),
        "enum" => reading.Read<OneLevel>().Value.ToString(),
        _ => throw new ArgumentException($"No vector of the type '{type}' is known.", nameof(type)),
    };
}
