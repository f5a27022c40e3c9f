using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record shows of itself, and which of it is secret.</summary>
internal static class Printing
{
    internal static PrintingModel Of(RecordShape shape, KnownSymbols known)
    {
        List<PrintedMember> own = [];
        List<PrintedMember> viewed = [];
        foreach (INamedTypeSymbol level in shape.Lineage)
        {
            IEnumerable<PrintedMember> members = Of(level, shape.PrimaryOf(level), known);
            if (SymbolEqualityComparer.Default.Equals(level, shape.Type))
            {
                own.AddRange(members);
            }

            viewed.AddRange(members);
        }

        bool writesPrintMembers = own.Exists(member => member.Sensitive) && !DeclaresPrintMembers(shape.Type);
        bool hasSecrets = viewed.Exists(member => member.Sensitive);
        return new PrintingModel(
            writesPrintMembers ? new(own.ToImmutableArray()) : default,
            hasSecrets && !IsAttributed(shape.Type, "DebuggerTypeProxyAttribute") ? new(viewed.ToImmutableArray()) : default,
            WritesDisplay: writesPrintMembers && !IsAttributed(shape.Type, "DebuggerDisplayAttribute"));
    }

    // What the compiler's own PrintMembers shows: public instance fields and readable properties, in the order of their declaration.
    private static List<PrintedMember> Of(INamedTypeSymbol type, IMethodSymbol? primary, KnownSymbols known)
    {
        List<PrintedMember> printed = [];
        foreach (ISymbol member in type.GetMembers())
        {
            ITypeSymbol? shown = member switch
            {
                IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            };
            if (shown is not null && member is { IsStatic: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public })
            {
                bool sensitive = Declaration.Of(member, primary, known).Mark is AttributeData mark && KeyOptions.IsSensitive(mark);
                printed.Add(new PrintedMember(Identifiers.Escape(member.Name), member.Name, sensitive, shown.IsValueType));
            }
        }

        return printed;
    }

    private static bool DeclaresPrintMembers(INamedTypeSymbol type) => type.GetMembers(GeneratedNames.PrintMembers).OfType<IMethodSymbol>().Any(method =>
        !method.IsImplicitlyDeclared && !GeneratedNames.IsOurs(method) && method.Parameters is [{ Type.Name: "StringBuilder" }]);

    private static bool IsAttributed(INamedTypeSymbol type, string attribute) => type.GetAttributes().Any(candidate => candidate.AttributeClass?.Name == attribute);
}
