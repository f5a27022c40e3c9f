using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Describes a key of a record, or a prefix of keys, with its options.</summary>
/// <param name="key">The key or the prefix on the wire, in lower case.</param>
/// <param name="property">The name of the property, or null for a key without a record.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyDescriptor(string key, string? property = null)
{
    /// <summary>The default maximum number of items of a list.</summary>
    public const int DefaultMaxItems = 256;

    /// <summary>Gets the key or the prefix on the wire, in lower case.</summary>
    public string Key { get; } = key;

    /// <summary>The name of the property. For a nested record, it is a path such as <c>Start.City</c>.</summary>
    internal string? Property { get; } = property;

    /// <summary>Gets a value that indicates whether the key is explicit, so that no prefix of an outer record applies to it.</summary>
    public bool Pinned { get; init; }

    /// <summary>Gets a value that indicates whether <see cref="Key"/> is a prefix of keys.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>Gets a value that indicates whether the values of a prefix's keys are binary.</summary>
    public bool BinaryEntries { get; init; }

    /// <summary>Gets a value that indicates whether the value is sensitive.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Gets a value that indicates whether a sensitive text value may contain a comma.</summary>
    public bool AllowComma { get; init; }

    /// <summary>Gets the policy for several different values.</summary>
    public DuplicatePolicy Duplicates { get; init; }

    /// <summary>Gets the separator that joins the items of a text list into one entry, or null if there is none.</summary>
    public string? Separator { get; init; }

    /// <summary>Gets the authentication scheme that precedes the value, or null.</summary>
    public string? Scheme { get; init; }

    /// <summary>Gets the policy for malformed values.</summary>
    public MalformedValuePolicy OnMalformed { get; init; }

    /// <summary>Gets the maximum number of items of a list.</summary>
    public int MaxItems { get; init; } = DefaultMaxItems;

    /// <summary>Gets a value that indicates whether an empty value is written, and an absent key is read as the empty value.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Gets a value that indicates whether the property of a <c>-bin</c> key is nullable. An empty value may then be written; if a server drops it, it is read as null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Gets a value that indicates whether the key must be present.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the key belongs to an optional nested record.</summary>
    internal bool IsOptionalHere { get; private init; }

    /// <summary>Whether the key is on the wire whatever the value of its property is.</summary>
    internal bool IsAlwaysWritten => Required && !IsOptionalHere && !AllowEmpty && !IsPrefix && !ReadOnly;

    /// <summary>Gets a value that indicates whether the value is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>Gets the summary of the property's documentation comment, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Gets a value that indicates whether the key is read but never written.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Gets the status code that a server returns if the key of a request is missing or invalid.</summary>
    public StatusCode ErrorStatusCode { get; init; } = StatusCode.InvalidArgument;

    /// <summary>Gets a value that indicates whether the values are recorded on the activity of the call.</summary>
    public bool Traced { get; init; }

    /// <summary>Gets the name of the activity's attribute, or null for the name of the semantic conventions.</summary>
    public string? TraceAs { get; init; }

    /// <summary>Gets the former names of the key, in lower case.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Returns a value that indicates whether a lower-case key belongs to this prefix.</summary>
    public bool Covers(string key) =>
        IsPrefix
        && key.Length > Key.Length + (BinaryEntries ? KeyGrammar.BinarySuffix.Length : 0)
        && key.StartsWith(Key, StringComparison.Ordinal)
        && KeyGrammar.IsBinary(key) == BinaryEntries
        && !ReservedKeys.IsReserved(key);

    /// <summary>Returns a description of a valid value.</summary>
    /// <param name="expected">The description of the codec.</param>
    internal string Describe(string expected) => Scheme is null ? expected : $"'{Scheme}' and {expected}";

    /// <summary>Returns the key as it is in an outer record.</summary>
    internal KeyDescriptor Within(string property, string prefix, bool sensitive, bool optional) => new(IsPrefix || Pinned ? Key : prefix + Key, property + "." + Property)
    {
        Pinned = Pinned,
        IsPrefix = IsPrefix,
        BinaryEntries = BinaryEntries,
        Sensitive = Sensitive || sensitive,
        AllowComma = AllowComma,
        Duplicates = Duplicates,
        Separator = Separator,
        Scheme = Scheme,
        OnMalformed = OnMalformed,
        MaxItems = MaxItems,
        AllowEmpty = AllowEmpty,
        IsNullable = IsNullable,
        Required = Required,
        IsOptionalHere = IsOptionalHere || optional,
        IsList = IsList,
        Summary = Summary,
        ReadOnly = ReadOnly,
        Traced = Traced,
        TraceAs = TraceAs,
        ErrorStatusCode = ErrorStatusCode,
        Aliases = Aliases,
    };
}
