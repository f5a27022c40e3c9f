using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record shows of itself, and which of it is secret or bytes, that C# would print or not print at all.</summary>
internal static class Printing
{
    internal static PrintingModel Of(RecordShape shape, KnownSymbols known)
    {
        List<PrintedMember> own = [];
        List<PrintedMember> viewed = [];
        bool hidesMore = false;
        foreach (INamedTypeSymbol level in shape.Lineage)
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(level, shape.Type);
            own = Of(level, shape, isOwn, known);
            viewed.RemoveAll(shown => level.GetMembers(shown.Label).Any(member => !member.IsOverride));
            hidesMore = HideOverridden(viewed, level, shape, known);
            viewed.AddRange(own);
        }

        bool writesPrintMembers = (hidesMore || own.Exists(member => member.Sensitive || member.IsBytes)) && !DeclaresPrintMembers(shape.Type);
        bool hasSecrets = viewed.Exists(member => member.Sensitive);
        return new PrintingModel(
            writesPrintMembers ? new((hidesMore ? viewed : own).ToImmutableArray()) : default,
            PrintsBase: shape.Base is not null && !hidesMore,
            hasSecrets && !IsAttributed(shape.Type, "DebuggerTypeProxyAttribute") ? new(viewed.ToImmutableArray()) : default,
            WritesDisplay: writesPrintMembers && hasSecrets && !IsAttributed(shape.Type, "DebuggerDisplayAttribute"));
    }

    // What a base prints may be a secret of the record that overrides it. Returns whether it is one of this level's.
    private static bool HideOverridden(List<PrintedMember> viewed, INamedTypeSymbol level, RecordShape shape, KnownSymbols known)
    {
        bool hidesMore = false;
        foreach (IPropertySymbol secret in level.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsOverride && IsSecret(property, shape, known)))
        {
            int shown = viewed.FindIndex(member => member.Label == secret.Name && !member.Sensitive);
            if (shown >= 0)
            {
                viewed[shown] = viewed[shown] with { Sensitive = true };
                hidesMore = true;
            }
        }

        return hidesMore;
    }

    private static bool IsSecret(ISymbol member, RecordShape shape, KnownSymbols known) =>
        DeclaredMember.Of(member, shape, known).Attribute is AttributeData attribute && KeyOptions.IsSensitive(attribute);

    // What the compiler's own PrintMembers shows: public instance fields and readable properties.
    private static List<PrintedMember> Of(INamedTypeSymbol type, RecordShape shape, bool isOwn, KnownSymbols known)
    {
        List<PrintedMember> printed = [];
        foreach (ISymbol member in MemberOrder.Of(type))
        {
            ITypeSymbol? shown = member switch
            {
                IPropertySymbol { IsIndexer: false, GetMethod: IMethodSymbol getter } property when isOwn || getter.DeclaredAccessibility != Accessibility.Private => property.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            };
            if (shown is not null && member is { IsStatic: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public })
            {
                printed.Add(new PrintedMember(Identifiers.Escape(member.Name), member.Name, IsSecret(member, shape, known), shown.IsRefLikeType, IsBytes(ValueTypes.Of(shown))));
            }
        }

        return printed;
    }

    private static bool IsBytes(ITypeSymbol type) =>
        ListShape.IsBytes(type) || type is { Name: "ByteString", ContainingNamespace: { Name: "Protobuf", ContainingNamespace: { Name: "Google", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool DeclaresPrintMembers(INamedTypeSymbol type) => type.GetMembers(ReservedMembers.PrintMembers).OfType<IMethodSymbol>().Any(method =>
        !method.IsImplicitlyDeclared && !ReservedMembers.IsOurs(method) && method.Parameters is [{ Type.Name: "StringBuilder" }]);

    private static bool IsAttributed(INamedTypeSymbol type, string attribute) => type.GetAttributes().Any(candidate => candidate.AttributeClass?.Name == attribute);
}
