using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Names and texts as C# source spells them.</summary>
internal static class Identifiers
{
    /// <summary>Escapes what is a keyword in this version of C#, in a context, or may be one in the next: all of them are lower-case.</summary>
    internal static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name.All(c => c is >= 'a' and <= 'z') ? "@" + name : name;

    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
