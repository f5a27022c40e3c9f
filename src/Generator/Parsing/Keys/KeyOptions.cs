using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Reads the options of a <c>[MetadataKey]</c>.</summary>
internal static class KeyOptions
{
    private static readonly KeyOptionsModel _none = new(false, false, null, null, false, null, null, null, null, null, false, false, false, null, null, default);

    internal static KeyOptionsModel Of(AttributeData? attribute) => attribute is null ? _none : new KeyOptionsModel(
        IsSensitive(attribute),
        Named(attribute, "AllowComma").Value is true,
        Named(attribute, "Duplicates").Value switch { 1 => "First", 2 => "Last", _ => null },
        Named(attribute, "MaxItems").Value as int?,
        Named(attribute, "PercentEncoded").Value is true,
        Named(attribute, "AllowEmpty").Value as bool?,
        Named(attribute, "Required").Value as bool?,
        FormatOf(attribute),
        Named(attribute, "Separator").Value as string,
        Named(attribute, "Scheme").Value as string,
        Named(attribute, "OnMalformed").Value is 1,
        Named(attribute, "ReadOnly").Value is true,
        Named(attribute, "Traced").Value is true,
        Named(attribute, "TraceAs").Value as string,
        Named(attribute, "ErrorStatusCode").Value as int?,
        Texts(Named(attribute, "Aliases")));

    /// <summary>Whether the value is a secret, which what follows a scheme is unless the attribute says otherwise.</summary>
    internal static bool IsSensitive(AttributeData attribute) => Named(attribute, "Sensitive").Value as bool? ?? Named(attribute, "Scheme").Value is string;

    internal static string? FormatOf(AttributeData? attribute) => attribute is null ? null : Named(attribute, "Format").Value as string;

    private static (object? Value, ImmutableArray<TypedConstant> Items) Named(AttributeData attribute, string name)
    {
        TypedConstant constant = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
        return constant.Kind == TypedConstantKind.Array
            ? (null, constant.IsNull ? ImmutableArray<TypedConstant>.Empty : constant.Values)
            : (constant.Value, ImmutableArray<TypedConstant>.Empty);
    }

    private static EquatableArray<string> Texts((object? Value, ImmutableArray<TypedConstant> Items) argument) =>
        new(argument.Items.Select(item => item.Value).OfType<string>().ToImmutableArray());
}
