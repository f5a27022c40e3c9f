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
        if (!ShapeRules.AllowAnotherPart(shape, complaints))
        {
            return new ParsedRecord(null, complaints);
        }

        TypeModel typeModel = TypeModels.Of(type, attribute, cancellation);
        ShapeRules.Check(shape, typeModel, complaints);
        InheritedProperties.CheckBases(shape, known, complaints);
        List<RecordProperty> properties = RecordProperties.Of(shape, known, complaints, cancellation);
        EnumCodecs enums = new(properties.Select(property => property.Property.Name));
        InheritedProperties.Check(shape, properties, complaints);
        ParsedMembers members = MemberParser.Parse(shape, properties, typeModel, enums, known, complaints, cancellation);
        InheritedProperties.CheckComplaints(shape, members.Inherited, known, complaints, cancellation);
        PrintingModel printing = Printing.Of(shape, known);
        SecretRules.Check(shape, properties, complaints);
        if (properties.Count == 0 && !type.IsAbstract)
        {
            complaints.Add(new Complaint(Rules.NoKeys, shape.Location, type.Name));
        }

        if (complaints.Exists(complaint => complaint.IsStructural))
        {
            return new ParsedRecord(SkeletonModels.Of(shape, typeModel, properties, known, complaints), complaints);
        }

        ParsedModel model = type.IsAbstract
            ? new AbstractModel(typeModel, printing, RecordEquality.Of(type))
            : RecordModels.Of(shape, typeModel, members, enums, printing);
        return new ParsedRecord(model, complaints);
    }
}

/// <summary>What the parser answers.</summary>
/// <param name="Model">The record's model, a skeleton's, or null for a type that can have no other part.</param>
/// <param name="Complaints">Every rule that it breaks.</param>
internal sealed record ParsedRecord(ParsedModel? Model, List<Complaint> Complaints);
