using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A property that holds every key with a prefix: TMD028 and TMD043.</summary>
internal static class MapParser
{
    private const int ShortestPrefix = 3;

    internal static bool IsMap(RecordProperty wire) =>
        wire.Declaration.Prefix is not null || (wire.Declaration.Converter is null && IsDictionary(ValueTypes.Of(wire.Property.Type)));

    internal static ParsedMember? Parse(RecordProperty wire, RecordContext context)
    {
        IPropertySymbol property = wire.Property;
        if (wire.Declaration.Prefix is not { ConstructorArguments: [{ Value: string written }] } attribute)
        {
            context.Report(RecordRuleDescriptors.BadMap, property.Locations[0], property.Name, "a dictionary without [MetadataPrefix]", "give it [MetadataPrefix(\"x-…-\")] and the type IReadOnlyDictionary<string, T>, or mark it with [MetadataIgnore]");
            return null;
        }

        Location location = PropertyKey.LiteralOf(attribute, context.Cancellation) ?? property.Locations[0];
        if (ValueOf(ValueTypes.Of(property.Type)) is not ITypeSymbol type)
        {
            context.Report(RecordRuleDescriptors.BadMap, location, property.Name, $"of type '{ValueTypes.Display(property.Type)}', which [MetadataPrefix] does not support", "make it an IReadOnlyDictionary<string, T>");
            return null;
        }

        if (PropertyPresence.IsNullable(type))
        {
            context.Report(RecordRuleDescriptors.BadMap, location, property.Name, "a dictionary with values that may be null", "make them not nullable");
            return null;
        }

        if (PropertyValueForm.Of(wire, type, context) is not PropertyValueForm value)
        {
            return null;
        }

        if (value.Collection != CollectionKind.None)
        {
            context.Report(RecordRuleDescriptors.BadMap, location, property.Name, "a dictionary of lists", "give each key one value, or send a protobuf message");
            return null;
        }

        if (WhyNot(written) is (string problem, string remedy))
        {
            context.Report(RecordRuleDescriptors.BadPrefix, location, property.Name, written, problem, remedy);
            return null;
        }

        bool isBinary = value.Form.Text is null;
        KeyOptionsModel options = KeyOptions.Of(attribute);
        KeyRules.CheckPrefix(written, property.Name, options, location, context);
        OptionRules.CheckRequired(options, property, mayBeAbsent: true, location, context);
        OptionRules.CheckPercentEncoded(options, property.Name, value, isBinary, location, context);
        string prefix = KeyGrammar.Normalize(written);
        KeyModel model = new(
            MemberShapes.Of(wire, isCollection: true, options.Required == true, context.Cancellation),
            type.ToDisplayString(TypeModelBuilder.FullName),
            CollectionKind.Map,
            prefix,
            IsPinned: true,
            OptionRules.CodecOf(options, value, (value.Form.Text ?? value.Form.Binary)!),
            isBinary,
            options,
            AllowsAbsence: false,
            KeyAccessibility: null);
        return new ParsedMember(model, [new OwnedKey(prefix, isBinary ? OwnedKeyKind.BinaryPrefix : OwnedKeyKind.TextPrefix, property.Name, location)]);
    }

    private static (string Problem, string Remedy)? WhyNot(string prefix) =>
        prefix.Length < ShortestPrefix ? ("has fewer than three characters", "use a longer prefix")
        : !prefix.EndsWith("-", StringComparison.Ordinal) ? ("does not end in '-'", $"write '{prefix}-'")
        : !KeyGrammar.IsWellFormed(prefix) ? ("has a character that is invalid in a key", "use letters, digits, '_', '-' and '.'")
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
