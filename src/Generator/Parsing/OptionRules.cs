using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;
using TypedMetadata.Keys;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Whether options fit what they stand beside, and the codec that they choose: TMD042, TMD045, TMD047 and TMD051.</summary>
internal static class OptionRules
{
    private const string StringText = GeneratedNames.Runtime + "StringText";
    private const string TimeSpanText = GeneratedNames.Runtime + "TimeSpanText";
    private const string ConstantFormat = "c";

    internal static string CodecOf(FieldOptions options, ValueForm value, string codec) =>
        options.PercentEncoded && codec == StringText
            ? GeneratedNames.Runtime + (value.Collection != CollectionKind.None || options is { Sensitive: true, AllowComma: false } ? "PercentItemText" : "PercentText")
        : options.Format == ConstantFormat && codec == TimeSpanText ? GeneratedNames.Runtime + "ConstantTimeSpanText"
        : codec;

    internal static void Check(KeyDeclaration key, IPropertySymbol property, ValueForm value, TypeModel record, bool isBinary, List<Complaint> complaints)
    {
        FieldOptions options = key.Options;
        string name = property.Name;
        CheckPercentEncoded(options, name, value, isBinary, key.Location, complaints);

        if (options.Format is string format && !(format == ConstantFormat && value.Form.Text == TimeSpanText))
        {
            complaints.Add(new Complaint(Rules.BadFormat, key.Location, name, FieldParser.Display(property.Type), format));
        }

        bool mayBeEmpty = value.Collection == CollectionKind.None && (value.Type.SpecialType == SpecialType.System_String || value.Form.Text is null);
        if (options.AllowEmpty == true && mayBeEmpty && Defaults.IsNullable(property.Type) && (value.Type.SpecialType == SpecialType.System_String || value.Form.IsBytes))
        {
            complaints.Add(new Complaint(Rules.EmptyOrNull, key.Location, name));
        }

        foreach ((bool isIdle, string option, string reason) in Idle(key, value, record, isBinary, mayBeEmpty))
        {
            if (isIdle)
            {
                complaints.Add(new Complaint(Rules.IdleOption, key.Location, name, option, reason));
            }
        }
    }

    internal static void CheckPercentEncoded(FieldOptions options, string property, ValueForm value, bool isBinary, Location location, List<Complaint> complaints)
    {
        if (options.PercentEncoded && !IsText(value, isBinary))
        {
            complaints.Add(new Complaint(Rules.PercentEncodedValue, location, property, isBinary ? "it travels as bytes" : "it is not plain text"));
        }
    }

    private static bool IsText(ValueForm value, bool isBinary) => value.Form.Text == StringText && !isBinary;

    private static IEnumerable<(bool IsIdle, string Option, string Reason)> Idle(KeyDeclaration key, ValueForm value, TypeModel record, bool isBinary, bool mayBeEmpty)
    {
        FieldOptions options = key.Options;
        bool isList = value.Collection != CollectionKind.None;
        yield return (options.Duplicates is not null && isList, "Duplicates", "a list takes every value");
        yield return (options.MaxItems is not null && !isList, "MaxItems", "it is not a list");
        yield return (options.AllowComma && (isList || isBinary || !options.Sensitive), "AllowComma", "only a sensitive text refuses commas");
        yield return (options.AllowEmpty is not null && !mayBeEmpty, "AllowEmpty", isList ? "a list may be empty" : "its type has no empty value");
        yield return (options.ErrorStatus == 0, "ErrorStatus", "OK refuses nothing");
        yield return (options.ErrorStatus > 0 && !record.IsRequest, "ErrorStatus", "the record is no request metadata");
        yield return (options.ReadOnly && !ReservedKeys.IsReadableOnly(key.Name), "ReadOnly", "only a key that others write and all may read takes it, such as 'user-agent'");
    }
}
