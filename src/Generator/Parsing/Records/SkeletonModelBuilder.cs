using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Puts together the model of a record that breaks structural rules.</summary>
internal static class SkeletonModelBuilder
{
    internal static SkeletonModel Of(List<RecordProperty> properties, RecordContext context) => new(
        context.Record,
        new(context.Diagnostics.Where(diagnostic => diagnostic.IsStructural).Select(diagnostic => diagnostic.Text).ToImmutableArray()),
        IsTaken(context.Shape.Type, ReservedMembers.ToMetadata),
        context.Shape.Conversion is not null,
        context.Shape.IsObsolete,
        IsTaken(context.Shape.Type, ReservedMembers.Keys) ? default : Keys(properties, context.Known));

    private static bool IsTaken(INamedTypeSymbol type, string name) => type.Name == name || type.GetMembers(name).Length != 0;

    private static EquatableArray<SkeletonKey> Keys(List<RecordProperty> properties, KnownSymbols known) =>
        new(properties.Where(property => property.Property.DeclaredAccessibility == Accessibility.Public && NestedParser.RecordOf(property, known) is null && !AliasedTypes.Has(property.Property.Type, known.Compilation) && !MapParser.IsMap(property)).Select(property =>
        {
            ITypeSymbol value = ValueTypes.Of(property.Property.Type);
            return new SkeletonKey(Identifiers.Escape(property.Property.Name), (ListShape.Of(value)?.Item ?? value).ToDisplayString(TypeModelBuilder.FullName));
        }).ToImmutableArray());
}
