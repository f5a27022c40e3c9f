using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A property that is a metadata record itself: TMD008, TMD013, and TMD040 for one without generated code.</summary>
internal static class NestedParser
{
    /// <summary>The record inside, or null when the property is none or has a converter.</summary>
    internal static INamedTypeSymbol? RecordOf(RecordProperty wire, KnownSymbols known) =>
        wire.Declaration.Converter is null ? RecordOf(wire.Property, known) : null;

    /// <summary>Whether the record can stand inside another at all.</summary>
    internal static bool Check(RecordProperty wire, RecordContext inner, RecordContext context)
    {
        (string property, Location location) = (wire.Property.Name, wire.Property.Locations[0]);
        if (Reaches(inner, context.Shape.Type, []))
        {
            context.Report(RecordRuleDescriptors.Circle, location, property, inner.Shape.Type.Name, context.Shape.Type.Name);
            return false;
        }

        if (WhyNot(inner) is (string reason, string remedy))
        {
            context.Report(RecordRuleDescriptors.NoWireForm, location, property, inner.Shape.Type.Name, reason, remedy);
            return false;
        }

        return true;
    }

    internal static ParsedMember? Parse(RecordProperty wire, RecordContext inner, List<OwnedKey> keys, RecordContext context)
    {
        (string property, Location location) = (wire.Property.Name, wire.Property.Locations[0]);
        List<string> lacking = [.. context.Record.Positions.Except(inner.Record.Positions)];
        if (lacking.Count != 0)
        {
            context.Report(RecordRuleDescriptors.LacksPosition, location, property, inner.Shape.Type.Name, string.Join(" and ", lacking.Select(position => position.ToLowerInvariant())), context.Shape.Type.Name);
        }

        CheckOptions(wire, inner.Shape.Type, context);
        if (!KeyRules.CheckComposed(keys, wire.Prefix, property, location, context))
        {
            return null;
        }

        string prefix = KeyGrammar.Normalize(wire.Prefix);
        NestedModel model = new(MemberShapes.Of(wire, isCollection: false, isRequired: false, context.Cancellation), prefix, wire.Declaration.Key is AttributeData key && KeyOptions.IsSensitive(key));
        return new ParsedMember(model, [.. keys.Select(inside => inside.Within(prefix, property, location))]);
    }

    private static (string Reason, string Remedy)? WhyNot(RecordContext inner) =>
        inner.Shape.Type.IsAbstract ? (", because it is abstract", "use a sealed record that derives from it, or add [MetadataIgnore]")
        : RecordShape.IsBuiltWithoutGenerator(inner.Shape.Type) ? (", because its assembly was built without the generator", "add the package TypedMetadata to the project of that assembly, or add [MetadataIgnore]")
        : !inner.Shape.Type.DeclaringSyntaxReferences.IsEmpty && !ShapeRules.AllowAnotherPart(inner) ? (", because no code can be added to it", "fix the diagnostic on that record first")
        : null;

    private static void CheckOptions(RecordProperty wire, INamedTypeSymbol inner, RecordContext context)
    {
        Location location = wire.Property.Locations[0];
        string reason = $"'{inner.Name}' has keys and options of its own";
        if (wire.Declaration.Prefix is AttributeData prefix)
        {
            context.Report(RecordRuleDescriptors.BadMap, PropertyKey.LiteralOf(prefix, context.Cancellation) ?? location, wire.Property.Name, $"a record inside the record, and {reason}", "remove [MetadataPrefix]");
        }

        if (wire.Declaration.Key is AttributeData key)
        {
            IEnumerable<string> idle = key.NamedArguments.Select(argument => argument.Key).Where(option => option != "Sensitive");
            foreach (string option in key.ConstructorArguments.IsEmpty ? idle : idle.Prepend("The key"))
            {
                context.Report(RecordRuleDescriptors.IdleOption, location, wire.Property.Name, option, reason);
            }
        }
    }

    private static INamedTypeSymbol? RecordOf(IPropertySymbol property, KnownSymbols known) =>
        ValueTypes.Of(property.Type) is INamedTypeSymbol named
        && known.Find(named, known.GrpcMetadata) is not null
        && known.Find(named, known.MetadataConverter) is null
            ? named
            : null;

    private static bool Reaches(RecordContext from, INamedTypeSymbol target, HashSet<ISymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(from.Shape.Type, target))
        {
            return true;
        }

        return seen.Add(from.Shape.Type) && RecordProperties.Of(from.Aside())
            .Select(property => RecordOf(property, from.Known))
            .OfType<INamedTypeSymbol>()
            .Any(inner => Reaches(from.Of(inner), target, seen));
    }
}
