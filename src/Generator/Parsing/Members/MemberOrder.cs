using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>
/// The members of a type, in the order of their declaration. Where a type is spread over files, the compiler has them in the order in which it was given
/// the files, which differs between machines; so that the same code gives the same bytes everywhere, the order of the files' names counts here.
/// </summary>
internal static class MemberOrder
{
    internal static IEnumerable<ISymbol> Of(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Length < 2
        ? type.GetMembers()
        : type.GetMembers().OrderBy(FileOf, StringComparer.Ordinal).ThenBy(member => member.Locations[0].SourceSpan.Start);

    private static string FileOf(ISymbol member) => member.Locations[0].SourceTree?.FilePath.Replace('\\', '/') ?? "";
}
