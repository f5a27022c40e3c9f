using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Decides whether a record's equality is written: C# compares arrays and lists by reference, so a record read would never equal the one sent.</summary>
internal static class RecordEquality
{
    internal static EqualityModel? Of(INamedTypeSymbol type)
    {
        if (DeclaresEquals(type))
        {
            return null;
        }

        List<IFieldSymbol> fields = [.. MemberOrder.Of(type).OfType<IFieldSymbol>().Where(field => !field.IsStatic)];
        return fields.Exists(field => ContentOf(field.Type) != ContentKind.None)
            ? new EqualityModel(new(fields.Select(Compared).ToImmutableArray()), WritesGetHashCode: !DeclaresGetHashCode(type))
            : null;
    }

    private static ComparedMember Compared(IFieldSymbol field)
    {
        IPropertySymbol? implemented = (field.AssociatedSymbol as IPropertySymbol)?.ExplicitInterfaceImplementations.FirstOrDefault();
        return new ComparedMember(
            Identifiers.Escape(implemented?.Name ?? field.AssociatedSymbol?.Name ?? field.Name),
            field.Type.ToDisplayString(TypeModelBuilder.FullName),
            ContentOf(field.Type),
            implemented?.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
    }

    private static ContentKind ContentOf(ITypeSymbol type)
    {
        ITypeSymbol value = ValueTypes.Of(type);
        return ListShape.IsImmutableArray(value) ? ContentKind.Array
            : ListShape.IsBytes(value) ? ContentKind.Bytes
            : ListShape.Of(value) is not null ? ContentKind.List
            : MapParser.ValueOf(value) is not null ? ContentKind.Map
            : ContentKind.None;
    }

    private static bool DeclaresEquals(INamedTypeSymbol type) => type.GetMembers("Equals").OfType<IMethodSymbol>().Any(method =>
        !method.IsImplicitlyDeclared && method.Parameters is [IParameterSymbol other] && SymbolEqualityComparer.Default.Equals(other.Type, type));

    private static bool DeclaresGetHashCode(INamedTypeSymbol type) => type.GetMembers("GetHashCode").OfType<IMethodSymbol>().Any(method =>
        !method.IsImplicitlyDeclared && method.Parameters.IsEmpty);
}
