using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>
/// Decides everything about one record: what the generator prints and what the analyzer complains of. A structural complaint and a
/// record model exclude each other.
/// </summary>
internal static class RecordParser
{
    internal static ParsedRecord Parse(INamedTypeSymbol type, AttributeData attribute, KnownSymbols known, CancellationToken cancellation)
    {
        List<Complaint> complaints = [];
        RecordShape shape = new(type, attribute, cancellation);
        if (!shape.CanHaveAnotherPart(complaints))
        {
            return new ParsedRecord(null, complaints);
        }

        shape.Check(complaints);
        TypeModel typeModel = TypeModels.Of(type, attribute);
        EnumCodecs enums = new();
        List<RecordProperty> properties = RecordProperties.Of(shape, known, complaints, cancellation);
        List<FieldModel> fields = FieldParser.Parse(properties, typeModel, enums, known, complaints, cancellation);
        SecretRules.Check(shape, fields, complaints);
        if (properties.Count == 0)
        {
            complaints.Add(new Complaint(Rules.NoKeys, shape.Location, type.Name));
        }

        if (complaints.Find(complaint => complaint.IsStructural) is Complaint broken)
        {
            bool declaresToMetadata = type.Name == GeneratedNames.ToMetadata || type.GetMembers(GeneratedNames.ToMetadata).Length != 0;
            return new ParsedRecord(new SkeletonModel(typeModel, broken.Text, declaresToMetadata, shape.Conversion is not null, shape.IsObsolete, Keys(type, properties)), complaints);
        }

        return new ParsedRecord(RecordModels.Of(shape, typeModel, properties, fields, enums, known), complaints);
    }

    private static EquatableArray<SkeletonKey> Keys(INamedTypeSymbol type, List<RecordProperty> properties) =>
        type.Name == GeneratedNames.Keys || type.GetMembers(GeneratedNames.Keys).Length != 0
            ? default
            : new(properties.Where(property => property.Property.DeclaredAccessibility == Accessibility.Public).Select(property =>
            {
                ITypeSymbol value = FieldParser.ValueType(property.Property.Type);
                return new SkeletonKey(Identifiers.Escape(property.Property.Name), (ListShape.Of(value)?.Item ?? value).ToDisplayString(TypeModels.FullName));
            }).ToImmutableArray());
}

/// <summary>What the parser answers.</summary>
/// <param name="Model">The record's model, a skeleton's, or null for a type that can have no other part.</param>
/// <param name="Complaints">Every rule that it breaks.</param>
internal sealed record ParsedRecord(ParsedModel? Model, List<Complaint> Complaints);
