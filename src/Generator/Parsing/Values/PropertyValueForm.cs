using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a property's key carries, one or a list of them: TMD040, TMD041, TMD044 and TMD052.</summary>
/// <param name="Type">The type of the value, or of an item.</param>
internal sealed record PropertyValueForm(CollectionKind Collection, ITypeSymbol Type, TypeCodecs Form)
{
    internal static PropertyValueForm? Of(RecordProperty wire, ITypeSymbol type, RecordContext context)
    {
        IPropertySymbol property = wire.Property;
        if (ConverterAttribute(wire, type, context.Known) is AttributeData attribute)
        {
            return Converted(wire, type, attribute, context);
        }

        string? format = KeyOptions.FormatOf(wire.Declaration.Key);
        ITypeSymbol carried = ListShape.Of(type)?.Item ?? type;
        foreach ((string first, string second) in carried.TypeKind == TypeKind.Enum ? EnumCodecs.Clashes(carried, format) : [])
        {
            context.Report(RecordRuleDescriptors.SameEnumName, property.Locations[0], property.Name, carried.Name, first, second);
        }

        if (CodecsOf(type, format, context) is TypeCodecs single)
        {
            return new PropertyValueForm(CollectionKind.None, type, single);
        }

        if (ListShape.Of(type) is not (CollectionKind kind, ITypeSymbol item))
        {
            UnsupportedType.Report(property, type, context);
            return null;
        }

        if (PropertyPresence.IsNullable(item))
        {
            context.Report(RecordRuleDescriptors.BadItems, property.Locations[0], property.Name, "items that may be null", "make the items not nullable");
            return null;
        }

        if (CodecsOf(item, format, context) is TypeCodecs items)
        {
            return new PropertyValueForm(kind, item, items);
        }

        if (ListShape.Of(item) is null)
        {
            UnsupportedType.Report(property, item, context);
        }
        else
        {
            context.Report(RecordRuleDescriptors.BadItems, property.Locations[0], property.Name, "lists in it", "send them as a protobuf message");
        }

        return null;
    }

    private static TypeCodecs? CodecsOf(ITypeSymbol type, string? format, RecordContext context) =>
        TypeCodecs.Of(type, format, context.Enums) is TypeCodecs codecs && (context.Target.HasStaticMembers || !codecs.IsNewer) ? codecs : null;

    // What stands on the property goes before what stands on the type.
    private static AttributeData? ConverterAttribute(RecordProperty wire, ITypeSymbol type, KnownSymbols known) =>
        wire.Declaration.Converter
        ?? known.Find(type, known.MetadataConverter)
        ?? known.Find(ListShape.Of(type)?.Item, known.MetadataConverter);

    private static PropertyValueForm? Converted(RecordProperty wire, ITypeSymbol type, AttributeData attribute, RecordContext context)
    {
        IPropertySymbol property = wire.Property;
        string? format = KeyOptions.FormatOf(wire.Declaration.Key);
        Converter converter = Converter.Of(attribute, type);
        if (converter.Form is TypeCodecs whole)
        {
            return new PropertyValueForm(CollectionKind.None, type, ValueFormats.Apply(format, type, whole));
        }

        ITypeSymbol converted = type;
        if (ListShape.Of(type) is (CollectionKind kind, ITypeSymbol item))
        {
            converter = Converter.Of(attribute, item);
            if (converter.Form is TypeCodecs items)
            {
                return new PropertyValueForm(kind, item, ValueFormats.Apply(format, item, items));
            }

            converted = item;
        }

        string name = ValueTypes.Display(converted);
        (string problem, string remedy) = converter.WhyNot
            ?? ($"is neither a text nor a binary converter of '{name}'", $"implement ITextMetadataConverter<{name}> or IBinaryMetadataConverter<{name}>");
        context.Report(RecordRuleDescriptors.BadConverter, property.Locations[0], property.Name, Converter.NameIn(attribute), problem, remedy);
        return null;
    }
}
