using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The spelling that <c>Format</c> chooses in place of a type's usual one.</summary>
internal static class ValueFormats
{
    private const string DateTimeOffset = "global::System.DateTimeOffset";
    private const string TimeSpan = "global::System.TimeSpan";

    /// <summary>What to write in place of a format that a type does not take.</summary>
    internal static string Remedy(ITypeSymbol type, TypeCodecs form) => Formats(type, form) is string formats ? $"use {formats}, or remove Format" : "remove Format";

    private static string? Formats(ITypeSymbol type, TypeCodecs form) => type switch
    {
        _ when IsBase64(form) => "\"base64\"",
        _ when form.IsConverted => null,
        { TypeKind: TypeKind.Enum } => "\"lower\", \"upper\" or \"snake\"",
        { SpecialType: SpecialType.System_Boolean } => "\"1/0\" or \"True/False\"",
        { SpecialType: SpecialType.System_DateTime } => "\"unix\" or \"unix-ms\"",
        _ when NameOf(type) == DateTimeOffset => "\"unix\" or \"unix-ms\"",
        _ when NameOf(type) == TimeSpan => "\"c\", \"s\" or \"ms\"",
        _ => null,
    };

    /// <summary>The codecs of a type in a format. The same codecs when the type does not take it.</summary>
    internal static TypeCodecs Apply(string? format, ITypeSymbol type, TypeCodecs form)
    {
        string? codec = (type, format) switch
        {
            (_, null) => null,
            (_, "base64") when IsBase64(form) => $"Base64Text<{type.ToDisplayString(TypeModelBuilder.FullName)}, {form.Binary}>",
            _ when form.IsConverted => null,
            ({ SpecialType: SpecialType.System_Boolean }, "1/0") => "OneZeroText",
            ({ SpecialType: SpecialType.System_Boolean }, "True/False") => "CapitalizedBooleanText",
            ({ SpecialType: SpecialType.System_DateTime }, "unix" or "unix-ms") => $"UtcText<{RuntimeNamespaces.CompilerServices}{UnixText(format)}>",
            (_, "unix" or "unix-ms") when NameOf(type) == DateTimeOffset => UnixText(format),
            (_, "c") when NameOf(type) == TimeSpan => "ConstantTimeSpanText",
            (_, "s") when NameOf(type) == TimeSpan => "SecondsText",
            (_, "ms") when NameOf(type) == TimeSpan => "MillisecondsText",
            _ => null,
        };
        return codec is null ? form : new TypeCodecs(RuntimeNamespaces.CompilerServices + codec, null, Format: format);
    }

    private static bool IsBase64(TypeCodecs form) => form is { Text: null, Binary: not null };

    private static string UnixText(string format) => format == "unix" ? "UnixSecondsText" : "UnixMillisecondsText";

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
