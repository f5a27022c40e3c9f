using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Names as C# source spells them.</summary>
internal static class Identifiers
{
    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    internal static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
