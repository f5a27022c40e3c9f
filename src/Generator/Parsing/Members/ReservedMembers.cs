using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Members that the generator writes and users must leave free.</summary>
internal static class ReservedMembers
{
    internal const string Keys = "Keys";
    internal const string ToMetadata = "ToMetadata";
    internal const string Parsed = "ParsedMetadata";
    internal const string DebugView = "MetadataDebugView";
    internal const string Validate = "Validate";
    internal const string PrintMembers = "PrintMembers";

    internal static readonly string[] All = [Keys, ToMetadata, Parsed, DebugView];

    /// <summary>The tool's name in <c>[GeneratedCode]</c>.</summary>
    internal const string Tool = "TypedMetadata.Generator";

    /// <summary>Whether a member is generated already: the analyzer parses records that have their generated part.</summary>
    internal static bool IsOurs(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments is [{ Value: Tool }, ..]);
}
