using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Members that the generator writes.</summary>
internal static class ReservedMembers
{
    internal const string Keys = "Keys";
    internal const string ToMetadata = "ToMetadata";
    internal const string Values = "__Values";
    internal const string TypedKeys = "__Keys";
    internal const string Descriptor = "__Descriptor";
    internal const string Record = "__Record";
    internal const string DebugView = "__DebugView";
    internal const string Validate = "Validate";
    internal const string Rejection = "RejectedMetadata";
    internal const string PrintMembers = "PrintMembers";

    /// <summary>Those that users must leave free. What is private begins with two underscores.</summary>
    internal static readonly string[] All = [Keys, ToMetadata];

    /// <summary>The tool's name in <c>[GeneratedCode]</c>.</summary>
    internal const string Tool = "TypedMetadata.Generator";

    /// <summary>Whether a member is generated already: the analyzer parses records that have their generated part.</summary>
    internal static bool IsOurs(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments is [{ Value: Tool }, ..]);
}
