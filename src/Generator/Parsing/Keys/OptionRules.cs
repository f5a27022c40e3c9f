using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Whether options fit what they stand beside, and the codec that they choose: TMD042, TMD047 and TMD051.</summary>
internal static class OptionRules
{
    private const string StringText = RuntimeNamespaces.CompilerServices + "StringText";

    internal static string CodecOf(KeyOptionsModel options, PropertyValueForm value, string codec) =>
        options.PercentEncoded && codec == StringText
            ? RuntimeNamespaces.CompilerServices + (value.Collection != CollectionKind.None || options is { Sensitive: true, AllowComma: false } ? "PercentItemText" : "PercentText")
        : codec;

    internal static void Check(PropertyKey key, IPropertySymbol property, PropertyValueForm value, bool isBinary, RecordContext context)
    {
        KeyOptionsModel options = key.Options;
        string name = property.Name;
        CheckPercentEncoded(options, name, value, isBinary, key.Location, context);
        SpellingRules.Check(key, property, value, context);

        bool isNullable = PropertyPresence.IsNullable(property.Type);
        bool mayBeEmpty = value.Collection == CollectionKind.None && (value.Type.SpecialType == SpecialType.System_String || (value.Form.Text is null && !value.Form.IsMessage));
        if (options.AllowEmpty == true && mayBeEmpty && isNullable && (value.Type.SpecialType == SpecialType.System_String || value.Form.IsBytes))
        {
            context.Report(RecordRuleDescriptors.EmptyOrNull, key.Location, name);
        }

        CheckRequired(options, property, value.Collection != CollectionKind.None || value.Form.IsMessage, key.Location, context);
        foreach ((bool isIdle, string option, string reason) in Idle(key, value, context.Record, isBinary, mayBeEmpty))
        {
            if (isIdle)
            {
                context.Report(RecordRuleDescriptors.IdleOption, key.Location, name, option, reason);
            }
        }
    }

    /// <summary>Whether there is something to be in place of a malformed value.</summary>
    internal static void CheckDefault(KeyModel model, PropertyKey key, string property, RecordContext context)
    {
        if (model.Options.UseDefault && model.MustBeThere)
        {
            context.Report(RecordRuleDescriptors.IdleOption, key.Location, property, "OnMalformed", "a required key has no default");
        }
    }

    internal static void CheckRequired(KeyOptionsModel options, IPropertySymbol property, bool mayBeAbsent, Location location, RecordContext context)
    {
        string? reason = options.Required is null ? null
            : !mayBeAbsent ? "a property of its type is required unless it may be null or has a default"
            : options.Required == true && PropertyPresence.IsNullable(property.Type) ? "a property that may be null is optional"
            : null;
        if (reason is not null)
        {
            context.Report(RecordRuleDescriptors.IdleOption, location, property.Name, "Required", reason);
        }
    }

    internal static void CheckPercentEncoded(KeyOptionsModel options, string property, PropertyValueForm value, bool isBinary, Location location, RecordContext context)
    {
        if (options.PercentEncoded && !IsText(value, isBinary))
        {
            context.Report(RecordRuleDescriptors.PercentEncodedValue, location, property, isBinary ? "it travels as bytes" : "it is not plain text");
        }
    }

    private static bool IsText(PropertyValueForm value, bool isBinary) => value.Form.Text == StringText && !isBinary;

    private static IEnumerable<(bool IsIdle, string Option, string Reason)> Idle(PropertyKey key, PropertyValueForm value, TypeModel record, bool isBinary, bool mayBeEmpty)
    {
        KeyOptionsModel options = key.Options;
        bool isList = value.Collection != CollectionKind.None;
        yield return (options.Duplicates is not null && isList, "Duplicates", "a list takes every value");
        yield return (options.MaxItems is not null && !isList, "MaxItems", "it is not a list");
        yield return (options.AllowComma && (isList || isBinary || !options.Sensitive), "AllowComma", "only a sensitive text rejects commas");
        yield return (options.Separator is not null && (!isList || isBinary), "Separator", isBinary ? "base64 is split at commas" : "it is not a list");
        yield return (options.Scheme is not null && (isList || isBinary), "Scheme", "only a single text value can have a scheme");
        yield return (options.AllowEmpty == true && options.Scheme is not null, "AllowEmpty", "a scheme without a credential is not valid");
        yield return (options.AllowEmpty is not null && !mayBeEmpty, "AllowEmpty", isList ? "a list may be empty" : value.Form.IsMessage ? "a message may be empty" : "its type has no empty value");
        yield return (options.ErrorStatusCode == 0, "ErrorStatusCode", "OK is not an error");
        yield return (options.ErrorStatusCode > 0 && !record.IsRequest, "ErrorStatusCode", "the record is not request metadata");
        yield return (options.TraceAs is not null && !options.Traced, "TraceAs", "the key is not traced");
        yield return (options.ReadOnly && !ReservedKeys.IsReadableOnly(key.Name), "ReadOnly", "the application writes the key itself; only keys such as 'user-agent' are read-only");
    }
}
