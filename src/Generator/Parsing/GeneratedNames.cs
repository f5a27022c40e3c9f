namespace TypedMetadata.Generator.Parsing;

/// <summary>Members that the generator writes and users must leave free.</summary>
internal static class GeneratedNames
{
    internal const string Keys = "Keys";
    internal const string ToMetadata = "ToMetadata";
    internal const string Parsed = "ParsedMetadata";
    internal const string PrintMembers = "PrintMembers";

    internal static readonly string[] All = [Keys, ToMetadata, Parsed];
}
