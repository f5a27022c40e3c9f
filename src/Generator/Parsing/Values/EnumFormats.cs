namespace TypedMetadata.Generator.Parsing;

/// <summary>The formats that an enum takes.</summary>
internal static class EnumFormats
{
    private const string Lower = "lower";
    private const string Upper = "upper";
    private const string Snake = "snake";

    internal static bool Has(string? format) => format is Lower or Upper or Snake;

    /// <summary>The wire name of a member whose name on the wire the user has not written out.</summary>
    internal static string Apply(string? format, string name) => format switch
    {
        Lower => name.ToLowerInvariant(),
        Upper => name.ToUpperInvariant(),
        Snake => NamingPolicy.SnakeCase(name),
        _ => name,
    };
}
