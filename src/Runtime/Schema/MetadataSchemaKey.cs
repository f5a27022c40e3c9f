using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Describes a key of a record, or a prefix of keys.</summary>
public sealed class MetadataSchemaKey
{
    private MetadataSchemaKey()
    {
    }

    /// <summary>Gets the key on the wire, or the prefix of the keys if <see cref="IsPrefix"/> is true.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the name of the property. For a nested record, it is a path such as <c>Start.City</c>.</summary>
    public required string Property { get; init; }

    /// <summary>Gets the kind of the key: text or binary.</summary>
    public required MetadataKeyKind Kind { get; init; }

    /// <summary>Gets the type of the value. For a list or a dictionary, it is the type of an item.</summary>
    public required Type Type { get; init; }

    /// <summary>Gets the name of the wire format, such as <c>GuidText</c> or <c>GuidBinary</c>, or of the converter. Keys with the same type and format are compatible.</summary>
    public required string Format { get; init; }

    /// <summary>Gets the authentication scheme that precedes the value, such as <c>Bearer</c>, or null.</summary>
    public required string? Scheme { get; init; }

    /// <summary>Gets a description of a valid value, such as "a UUID of 36 characters".</summary>
    public required string Expected { get; init; }

    /// <summary>Gets an example of a wire value, such as "0d16ad85-6ce4-4773-a1be-9f62b2e886a3", or of one item of a list. It is null for custom types.</summary>
    public required string? Example { get; init; }

    /// <summary>Gets a value that indicates whether the value is a list.</summary>
    public required bool IsList { get; init; }

    /// <summary>Gets the maximum number of items of a list, or null if the value is not a list.</summary>
    public required int? MaxItems { get; init; }

    /// <summary>Gets the separator that joins the items of a text list into one value, or null if there is none.</summary>
    public required string? Separator { get; init; }

    /// <summary>Gets a value that indicates whether <see cref="Key"/> is a prefix of keys.</summary>
    public required bool IsPrefix { get; init; }

    /// <summary>Gets a value that indicates whether reading fails if the key is absent. It is false for the keys of an optional nested record.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Gets a value that indicates whether the value is sensitive.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>Gets a value that indicates whether the key is read but never written.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>Gets the status code that a server returns if the key of a request is missing or invalid.</summary>
    public required StatusCode ErrorStatusCode { get; init; }

    /// <summary>Gets the former names of the key, which are also read.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Gets the summary of the property's documentation comment, on one line, or null.</summary>
    public required string? Summary { get; init; }

    /// <summary>Returns the key, a description of its value, and its traits.</summary>
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

    /// <summary>Creates the schema of a key.</summary>
    /// <param name="key">The key in the outermost record.</param>
    /// <param name="typed">The same key in the record that declares it.</param>
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
