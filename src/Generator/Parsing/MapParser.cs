using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;
using TypedMetadata.Keys;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A property that holds every key with a prefix: TMD028 and TMD043.</summary>
internal static class MapParser
{
    private const int ShortestPrefix = 3;

    internal static bool IsMap(RecordProperty wire) =>
        wire.Declaration.Prefix is not null || (wire.Declaration.Converter is null && IsDictionary(FieldParser.ValueType(wire.Property.Type)));

    internal static ParsedMember? Parse(RecordProperty wire, EnumCodecs enums, KnownSymbols known, List<Complaint> complaints, CancellationToken cancellation)
    {
        IPropertySymbol property = wire.Property;
        if (wire.Declaration.Prefix is not { ConstructorArguments: [{ Value: string written }] } attribute)
        {
            complaints.Add(new Complaint(Rules.BadMap, property.Locations[0], property.Name, "a dictionary without [MetadataPrefix]", "give it [MetadataPrefix(\"x-…-\")] and the type IReadOnlyDictionary<string, T>, or mark it with [MetadataIgnore]"));
            return null;
        }

        Location location = KeyDeclaration.LiteralOf(attribute, cancellation) ?? property.Locations[0];
        if (ValueOf(FieldParser.ValueType(property.Type)) is not ITypeSymbol type)
        {
            complaints.Add(new Complaint(Rules.BadMap, location, property.Name, $"of type '{FieldParser.Display(property.Type)}', which [MetadataPrefix] does not take", "make it an IReadOnlyDictionary<string, T>"));
            return null;
        }

        if (Defaults.IsNullable(type))
        {
            complaints.Add(new Complaint(Rules.BadMap, location, property.Name, "a dictionary with values that may be null", "make them not nullable"));
            return null;
        }

        if (ValueForm.Of(wire, type, enums, known, complaints) is not ValueForm value)
        {
            return null;
        }

        if (value.Collection != CollectionKind.None)
        {
            complaints.Add(new Complaint(Rules.BadMap, location, property.Name, "a dictionary of lists", "give each key one value, or send a protobuf message"));
            return null;
        }

        if (WhyNot(written) is (string problem, string remedy))
        {
            complaints.Add(new Complaint(Rules.BadPrefix, location, property.Name, written, problem, remedy));
            return null;
        }

        bool isBinary = value.Form.Text is null;
        FieldOptions options = KeyOptions.Of(attribute);
        KeyRules.CheckPrefix(written, property.Name, options, location, complaints);
        OptionRules.CheckPercentEncoded(options, property.Name, value, isBinary, location, complaints);
        string prefix = KeyGrammar.Normalize(written);
        FieldModel field = new(
            MemberParser.Shape(wire, isCollection: true, cancellation),
            type.ToDisplayString(TypeModels.FullName),
            CollectionKind.Map,
            prefix,
            IsPinned: true,
            OptionRules.CodecOf(options, value, (value.Form.Text ?? value.Form.Binary)!),
            isBinary,
            options,
            KeyAccessibility: null);
        return new ParsedMember(field, [new OwnedKey(prefix, isBinary ? OwnedKeyKind.BinaryPrefix : OwnedKeyKind.TextPrefix, property.Name, location)]);
    }

    private static (string Problem, string Remedy)? WhyNot(string prefix) =>
        prefix.Length < ShortestPrefix ? ("has fewer than three characters", "lengthen it")
        : !prefix.EndsWith("-", StringComparison.Ordinal) ? ("does not end in '-'", $"write '{prefix}-'")
        : !KeyGrammar.IsWellFormed(prefix) ? ("has a character that no key has", "use letters, digits, '_', '-' and '.'")
        : null;

    /// <summary>The type of a map's values, or null for what is no map.</summary>
    internal static ITypeSymbol? ValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, ITypeSymbol value] } named
        && named.ConstructedFrom.ToDisplayString() == "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>"
            ? value
            : null;

    private static bool IsDictionary(ITypeSymbol type) =>
        type.AllInterfaces.Append(type as INamedTypeSymbol).Any(one =>
            one is { Name: "IReadOnlyDictionary" or "IDictionary", ContainingNamespace: { Name: "Generic" or "Collections" } });
}
