using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>
/// Decides everything about one record: what the generator prints and what the analyzer reports. A structural diagnostic and a
/// record model exclude each other.
/// </summary>
internal static class RecordParser
{
    internal static ParsedRecord Parse(INamedTypeSymbol type, AttributeData attribute, KnownSymbols known, CancellationToken cancellation)
    {
        List<RecordDiagnostic> diagnostics = [];
        RecordShape shape = new(type, attribute, cancellation);
        if (!ShapeRules.AllowAnotherPart(shape, diagnostics))
        {
            return new ParsedRecord(null, diagnostics);
        }

        TypeModel typeModel = TypeModelBuilder.Of(type, attribute, cancellation);
        ShapeRules.Check(shape, typeModel, diagnostics);
        InheritedProperties.CheckBases(shape, known, diagnostics);
        List<RecordProperty> properties = RecordProperties.Of(shape, known, diagnostics, cancellation);
        EnumCodecs enums = new();
        InheritedProperties.Check(shape, properties, diagnostics);
        ParsedMembers members = MemberParser.Parse(shape, properties, typeModel, enums, known, diagnostics, cancellation);
        InheritedProperties.CheckDiagnostics(shape, members.Inherited, known, diagnostics, cancellation);
        PrintingModel printing = Printing.Of(shape, known);
        SecretRules.Check(shape, properties, diagnostics);
        if (properties.Count == 0 && !type.IsAbstract)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NoKeys, shape.Location, type.Name));
        }

        if (diagnostics.Exists(diagnostic => diagnostic.IsStructural))
        {
            return new ParsedRecord(SkeletonModelBuilder.Of(shape, typeModel, properties, known, diagnostics), diagnostics);
        }

        ParsedModel model = type.IsAbstract
            ? new AbstractModel(typeModel, printing, RecordEquality.Of(type))
            : RecordModelBuilder.Of(shape, typeModel, members, enums, printing);
        return new ParsedRecord(model, diagnostics);
    }
}

/// <summary>What the parser returns.</summary>
/// <param name="Model">The record's model, a skeleton's, or null for a type that can have no other part.</param>
/// <param name="Diagnostics">Every rule that it breaks.</param>
internal sealed record ParsedRecord(ParsedModel? Model, List<RecordDiagnostic> Diagnostics);
