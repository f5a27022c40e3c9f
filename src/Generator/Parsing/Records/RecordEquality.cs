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
        return fields.Exists(field => HoldsMany(field.Type))
            ? new EqualityModel(new(fields.Select(Compared).ToImmutableArray()), WritesGetHashCode: !DeclaresGetHashCode(type))
            : null;
    }

    private static ComparedMember Compared(IFieldSymbol field)
    {
        IPropertySymbol? implemented = (field.AssociatedSymbol as IPropertySymbol)?.ExplicitInterfaceImplementations.FirstOrDefault();
        return new ComparedMember(
            Identifiers.Escape(implemented?.Name ?? field.AssociatedSymbol?.Name ?? field.Name),
            field.Type.ToDisplayString(TypeModelBuilder.FullName),
            HoldsMany(field.Type),
            implemented?.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
    }

    private static bool HoldsMany(ITypeSymbol type)
    {
        ITypeSymbol value = ValueTypes.Of(type);
        return ListShape.IsBytes(value) || ListShape.Of(value) is not null || MapParser.ValueOf(value) is not null;
    }

    private static bool DeclaresEquals(INamedTypeSymbol type) => type.GetMembers("Equals").OfType<IMethodSymbol>().Any(method =>
        !method.IsImplicitlyDeclared && method.Parameters is [IParameterSymbol other] && SymbolEqualityComparer.Default.Equals(other.Type, type));

    private static bool DeclaresGetHashCode(INamedTypeSymbol type) => type.GetMembers("GetHashCode").OfType<IMethodSymbol>().Any(method =>
        !method.IsImplicitlyDeclared && method.Parameters.IsEmpty);
}
