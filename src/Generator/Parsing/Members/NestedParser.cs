using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.Model;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A property that is a metadata record itself: TMD008, TMD013, and TMD040 for one without generated code.</summary>
internal static class NestedParser
{
    /// <summary>The record inside, or null when the property is none or has a converter.</summary>
    internal static INamedTypeSymbol? RecordOf(RecordProperty wire, KnownSymbols known) =>
        wire.Declaration.Converter is null ? RecordOf(wire.Property, known) : null;

    internal static ParsedMember? Parse(RecordProperty wire, INamedTypeSymbol inner, RecordShape outer, TypeModel record, KnownSymbols known, List<RecordDiagnostic> diagnostics, CancellationToken cancellation)
    {
        IPropertySymbol property = wire.Property;
        Location location = property.Locations[0];
        AttributeData attribute = known.Find(inner, known.GrpcMetadata)!;
        if (Reaches(inner, outer.Type, known, [], cancellation))
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.Circle, location, property.Name, inner.Name, outer.Type.Name));
            return null;
        }

        RecordShape shape = new(inner, attribute, cancellation);
        if (WhyNot(shape) is string reason)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NoWireForm, location, property.Name, inner.Name, reason));
            return null;
        }

        List<string> lacking = [.. record.Positions.Except(TypeModelBuilder.Positions(attribute))];
        if (lacking.Count != 0)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.LacksPosition, location, property.Name, inner.Name, string.Join(" and ", lacking.Select(position => position.ToLowerInvariant())), outer.Type.Name));
        }

        CheckOptions(wire, inner, diagnostics, cancellation);
        List<OwnedKey> keys = KeysOf(shape, attribute, known, cancellation);
        if (!KeyRules.CheckComposed(keys, wire.Prefix, property.Name, record, location, diagnostics))
        {
            return null;
        }

        string outerPrefix = KeyGrammar.Normalize(wire.Prefix);
        NestedModel model = new(MemberParser.Shape(wire, isCollection: false, isRequired: false, cancellation), outerPrefix, wire.Declaration.Key is AttributeData key && KeyOptions.IsSensitive(key));
        return new ParsedMember(model, [.. keys.Select(inside => inside.Within(outerPrefix, property.Name, location))]);
    }

    // What is wrong inside is said there; here only its keys count, if they can live together.
    private static List<OwnedKey> KeysOf(RecordShape shape, AttributeData attribute, KnownSymbols known, CancellationToken cancellation)
    {
        List<RecordDiagnostic> elsewhere = [];
        List<RecordProperty> properties = RecordProperties.Of(shape, known, elsewhere, cancellation);
        ParsedMembers members = MemberParser.Parse(shape, properties, TypeModelBuilder.Of(shape.Type, attribute, cancellation), new EnumCodecs(), known, elsewhere, cancellation);
        return elsewhere.Exists(diagnostic => diagnostic.Rule == RecordRuleDescriptors.SameKey || diagnostic.Rule == RecordRuleDescriptors.BadPrefix) ? [] : members.OwnedKeys;
    }

    private static string? WhyNot(RecordShape shape) =>
        shape.Type.IsAbstract ? ", since it is abstract"
        : shape.Type.DeclaringSyntaxReferences.IsEmpty && !shape.Type.AllInterfaces.Any(implemented => implemented is { Name: "IGrpcMetadata", ContainingNamespace.Name: "TypedMetadata" }) ? ", since its assembly was built without the generator"
        : !shape.Type.DeclaringSyntaxReferences.IsEmpty && !ShapeRules.AllowAnotherPart(shape, []) ? ", since no code can be added to it"
        : null;

    private static void CheckOptions(RecordProperty wire, INamedTypeSymbol inner, List<RecordDiagnostic> diagnostics, CancellationToken cancellation)
    {
        Location location = wire.Property.Locations[0];
        string reason = $"'{inner.Name}' has keys and options of its own";
        if (wire.Declaration.Prefix is AttributeData prefix)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.BadMap, PropertyKey.LiteralOf(prefix, cancellation) ?? location, wire.Property.Name, $"a record inside the record, and {reason}", "remove [MetadataPrefix]"));
        }

        if (wire.Declaration.Key is AttributeData key)
        {
            IEnumerable<string> idle = key.NamedArguments.Select(argument => argument.Key).Where(option => option != "Sensitive");
            foreach (string option in key.ConstructorArguments.IsEmpty ? idle : idle.Prepend("The key"))
            {
                diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.IdleOption, location, wire.Property.Name, option, reason));
            }
        }
    }

    private static INamedTypeSymbol? RecordOf(IPropertySymbol property, KnownSymbols known) =>
        KeyParser.ValueType(property.Type) is INamedTypeSymbol named
        && known.Find(named, known.GrpcMetadata) is not null
        && known.Find(named, known.MetadataConverter) is null
            ? named
            : null;

    private static bool Reaches(INamedTypeSymbol from, INamedTypeSymbol target, KnownSymbols known, HashSet<ISymbol> seen, CancellationToken cancellation)
    {
        if (SymbolEqualityComparer.Default.Equals(from, target))
        {
            return true;
        }

        return seen.Add(from) && Inside(from).Any(inner => Reaches(inner, target, known, seen, cancellation));

        IEnumerable<INamedTypeSymbol> Inside(INamedTypeSymbol type) =>
            RecordProperties.Of(new RecordShape(type, known.Find(type, known.GrpcMetadata)!, cancellation), known, [], cancellation)
                .Select(property => RecordOf(property, known))
                .OfType<INamedTypeSymbol>();
    }
}
