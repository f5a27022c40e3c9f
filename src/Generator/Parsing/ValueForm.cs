using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a property's key carries, one or a list of them: TMD040, TMD041, TMD044 and TMD052.</summary>
/// <param name="Type">The type of the value, or of an item.</param>
internal sealed record ValueForm(CollectionKind Collection, ITypeSymbol Type, WireForm Form)
{
    internal static ValueForm? Of(RecordProperty wire, ITypeSymbol type, EnumCodecs enums, KnownSymbols known, List<Complaint> complaints)
    {
        IPropertySymbol property = wire.Property;
        if (ConverterAttribute(wire, type, known) is AttributeData attribute)
        {
            return Converted(property, type, attribute, complaints);
        }

        ITypeSymbol carried = ListShape.Of(type)?.Item ?? type;
        if (carried.TypeKind == TypeKind.Enum && EnumCodecs.Clash(carried) is (string first, string second))
        {
            complaints.Add(new Complaint(Rules.SameEnumName, property.Locations[0], property.Name, carried.Name, first, second));
        }

        if (WireForm.Of(type, enums) is WireForm single)
        {
            return new ValueForm(CollectionKind.None, type, single);
        }

        if (ListShape.Of(type) is not (CollectionKind kind, ITypeSymbol item))
        {
            complaints.Add(WithoutWireForm.Complaint(property, type));
            return null;
        }

        if (Defaults.IsNullable(item))
        {
            complaints.Add(new Complaint(Rules.BadItems, property.Locations[0], property.Name, "items that may be null", "make the items not nullable"));
            return null;
        }

        if (WireForm.Of(item, enums) is WireForm items)
        {
            return new ValueForm(kind, item, items);
        }

        complaints.Add(ListShape.Of(item) is null
            ? WithoutWireForm.Complaint(property, item)
            : new Complaint(Rules.BadItems, property.Locations[0], property.Name, "lists in it", "send them as a protobuf message"));
        return null;
    }

    // What stands on the property goes before what stands on the type.
    private static AttributeData? ConverterAttribute(RecordProperty wire, ITypeSymbol type, KnownSymbols known) =>
        wire.Declaration.Converter
        ?? known.Find(type, known.MetadataConverter)
        ?? known.Find(ListShape.Of(type)?.Item, known.MetadataConverter);

    private static ValueForm? Converted(IPropertySymbol property, ITypeSymbol type, AttributeData attribute, List<Complaint> complaints)
    {
        Converter converter = Converter.Of(attribute, type);
        if (converter.Form is WireForm whole)
        {
            return new ValueForm(CollectionKind.None, type, whole);
        }

        ITypeSymbol converted = type;
        if (ListShape.Of(type) is (CollectionKind kind, ITypeSymbol item))
        {
            converter = Converter.Of(attribute, item);
            if (converter.Form is WireForm items)
            {
                return new ValueForm(kind, item, items);
            }

            converted = item;
        }

        string name = FieldParser.Display(converted);
        (string problem, string remedy) = converter.WhyNot
            ?? ($"is neither a text nor a binary converter of '{name}'", $"implement ITextMetadataConverter<{name}> or IBinaryMetadataConverter<{name}>");
        complaints.Add(new Complaint(Rules.BadConverter, property.Locations[0], property.Name, Converter.NameIn(attribute), problem, remedy));
        return null;
    }
}
