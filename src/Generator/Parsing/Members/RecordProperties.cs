using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Finds the properties that go on the wire, inherited ones first: TMD006, TMD046 and TMD050.</summary>
internal static class RecordProperties
{
    internal static List<RecordProperty> Of(RecordContext context)
    {
        (RecordShape shape, KnownSymbols known) = (context.Shape, context.Known);
        List<RecordProperty> properties = [];
        foreach (INamedTypeSymbol level in shape.Lineage)
        {
            bool isInherited = !SymbolEqualityComparer.Default.Equals(level, shape.Type);
            string prefix = known.Find(level, known.GrpcMetadata) is AttributeData attribute ? TypeModelBuilder.Prefix(attribute) : "";
            RecordContext target = isInherited ? context.Aside() : context; // a base's own analysis says what is wrong with it
            foreach (ISymbol member in MemberOrder.Of(level).Where(member => member is IPropertySymbol or IFieldSymbol))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                DeclaredMember declaration = DeclaredMember.Of(member, shape, known);
                if (declaration is { DeclaredTwice: (string problem, string remedy), IsIgnored: false })
                {
                    target.Report(RecordRuleDescriptors.MisplacedKey, member.Locations[0], member.Name, problem, remedy);
                }

                if (member is IPropertySymbol property && declaration.GoesOnTheWire(property))
                {
                    if (AnnouncedDiagnostics.IsForbidden(property) || AnnouncedDiagnostics.IsForbiddenType(property.Type))
                    {
                        target.Report(RecordRuleDescriptors.MisplacedKey, property.Locations[0], property.Name, "obsolete as an error, so no code may name it", "remove 'error: true', or mark it with [MetadataIgnore]");
                    }

                    if (!isInherited || !InheritedProperties.IsOverridden(property, shape))
                    {
                        IParameterSymbol? parameter = shape.PrimaryParameters.FirstOrDefault(candidate => candidate.Name == member.Name);
                        properties.Add(new RecordProperty(property, parameter, declaration, PropertyPresence.PresenceOf(property, parameter ?? declaration.Parameter, context.Cancellation), prefix, isInherited));
                        CheckDefault(property, parameter, parameter is null ? target : context);
                    }
                }
                else if (declaration.Attribute is not null && !declaration.IsIgnored)
                {
                    string name = (member as IFieldSymbol)?.AssociatedSymbol?.Name ?? member.Name;
                    (string why, string instead) = declaration.WhyNot;
                    target.Report(RecordRuleDescriptors.MisplacedKey, member.Locations[0], name, why, instead);
                }
            }
        }

        if (!shape.Type.IsAbstract)
        {
            CheckParameters(properties, context);
        }

        return properties;
    }

    private static void CheckParameters(List<RecordProperty> properties, RecordContext context)
    {
        (RecordShape shape, KnownSymbols known) = (context.Shape, context.Known);
        foreach (IParameterSymbol parameter in shape.PrimaryParameters)
        {
            if (!parameter.HasExplicitDefaultValue && !properties.Exists(property => property.Property.Name == parameter.Name))
            {
                context.Report(RecordRuleDescriptors.IgnoredWithoutDefault, parameter.Locations[0], parameter.Name, shape.Type.Name);
            }

            bool isMarked = known.Find(parameter, known.MetadataKey) is not null || known.Find(parameter, known.MetadataPrefix) is not null;
            if (isMarked && properties.Find(property => property.IsInherited && property.Property.Name == parameter.Name) is RecordProperty inherited)
            {
                context.Report(RecordRuleDescriptors.MisplacedKey, parameter.Locations[0], parameter.Name, "a parameter for an inherited property, and an attribute on it would have no effect", $"set it on the property in '{inherited.Property.ContainingType.Name}', or remove it");
            }
        }
    }

    private static void CheckDefault(IPropertySymbol property, IParameterSymbol? parameter, RecordContext context)
    {
        bool hasOther = parameter is not null ? parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null } : PropertyPresence.HasInitializer(property, context.Cancellation);
        if (hasOther && PropertyPresence.IsNullable(property.Type))
        {
            string what = parameter is not null ? "the parameter's default value" : "the value of its initializer";
            context.Report(RecordRuleDescriptors.NullableWithDefault, (parameter ?? (ISymbol)property).Locations[0], property.Name, what);
        }
    }
}
