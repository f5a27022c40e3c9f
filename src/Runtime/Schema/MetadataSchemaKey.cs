using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>One key of a record, or the prefix of many.</summary>
public sealed class MetadataSchemaKey
{
    private MetadataSchemaKey()
    {
    }

    /// <summary>The key on the wire, or what the keys start with when <see cref="IsPrefix"/> is true.</summary>
    public required string Key { get; init; }

    /// <summary>The property; of a record inside the record with the path to it, such as <c>Start.City</c>.</summary>
    public required string Property { get; init; }

    /// <summary>Text, or bytes on a <c>-bin</c> key.</summary>
    public required MetadataKeyKind Kind { get; init; }

    /// <summary>The type of the value; of a list or a dictionary, of one item.</summary>
    public required Type Type { get; init; }

    /// <summary>The name of the format on the wire, such as <c>GuidText</c> and <c>GuidBinary</c>, or of the converter. Two keys with the same type and format read each other's values.</summary>
    public required string Format { get; init; }

    /// <summary>The scheme that stands before the text, such as <c>Bearer</c>, or null.</summary>
    public required string? Scheme { get; init; }

    /// <summary>What a value looks like, in words, such as "a UUID of 36 characters".</summary>
    public required string Expected { get; init; }

    /// <summary>A value as it is on the wire, with base64 encoded, such as "0d16ad85-6ce4-4773-a1be-9f62b2e886a3"; of a list, one item. Null for a type of your own.</summary>
    public required string? Example { get; init; }

    /// <summary>Whether the key may have many values.</summary>
    public required bool IsList { get; init; }

    /// <summary>How many items a list has at most; null for what is no list.</summary>
    public required int? MaxItems { get; init; }

    /// <summary>What joins the items of a text list in one value; null where they are separate values or where it is no list.</summary>
    public required string? Separator { get; init; }

    /// <summary>Whether every key that starts with <see cref="Key"/> belongs here.</summary>
    public required bool IsPrefix { get; init; }

    /// <summary>Whether reading fails without the key. False for the keys of a record that may be absent as a whole.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether the value is a secret.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>Whether the key is read and never written.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>Gets or sets the status that a server returns when the key of a request is missing or bad.</summary>
    public required StatusCode ErrorStatusCode { get; init; }

    /// <summary>Former names of the key, which are read too.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The summary of the property's documentation comment on one line, or null.</summary>
    public required string? Summary { get; init; }

    /// <summary>The key, what it carries, and what is special about it.</summary>
    public override string ToString()
    {
        List<string> traits = [(IsList ? "list, each " : "") + Expected, IsRequired ? "required" : "optional"];
        if (IsSensitive)
        {
            traits.Add("sensitive");
        }

        if (IsReadOnly)
        {
            traits.Add("read only");
        }

        string line = $"{Key}{(IsPrefix ? "*" : "")}: {string.Join(", ", traits)}";
        return Summary is null ? line : $"{line}. {Summary}";
    }

    /// <summary>The schema of a key.</summary>
    /// <param name="key">The key as it is in the outermost record.</param>
    /// <param name="typed">The same key as the record knows it that declares it.</param>
    internal static MetadataSchemaKey Of(KeyDescriptor key, IRecordKey typed) => new()
    {
        Key = key.Key,
        Property = key.Property!,
        Kind = typed.IsBinary ? MetadataKeyKind.Binary : MetadataKeyKind.Text,
        Type = typed.ValueType,
        Format = FormatOf(typed.Codec),
        Scheme = key.Scheme,
        Expected = typed.Expected,
        Example = typed.Example,
        IsList = key.IsList,
        MaxItems = key.IsList ? key.MaxItems : null,
        Separator = key.Separator,
        IsPrefix = key.IsPrefix,
        IsRequired = key is { Required: true, IsOptionalHere: false },
        IsSensitive = key.Sensitive,
        IsReadOnly = key.ReadOnly,
        ErrorStatusCode = key.ErrorStatusCode,
        Aliases = Array.AsReadOnly(key.Aliases),
        Summary = key.Summary,
    };

    // A converter is the last argument of its codec.
    private static string FormatOf(Type codec) =>
        codec.IsGenericType && codec.Name.StartsWith("Converter", StringComparison.Ordinal) ? codec.GetGenericArguments()[^1].Name : codec.Name.Split('`')[0];
}
