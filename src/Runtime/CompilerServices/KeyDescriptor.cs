using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>One key of a record, or the prefix of many, and the options beside it.</summary>
/// <param name="key">The key or the prefix as it is on the wire, lower-case.</param>
/// <param name="property">The property, or null of a key that no record has.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyDescriptor(string key, string? property = null)
{
    /// <summary>What a list holds at most when nothing else is said.</summary>
    public const int DefaultMaxItems = 256;

    /// <summary>The key or the prefix as it is on the wire, lower-case.</summary>
    public string Key { get; } = key;

    /// <summary>The property; of a record inside the record with the path to it.</summary>
    internal string? Property { get; } = property;

    /// <summary>Gets a value that indicates whether the key was written out, so that no prefix of an outer record applies to it.</summary>
    public bool Pinned { get; init; }

    /// <summary>Gets a value that indicates whether every key that starts with <see cref="Key"/> belongs here.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>Gets a value that indicates whether the values of a prefix's keys are binary.</summary>
    public bool BinaryEntries { get; init; }

    /// <summary>Gets a value that indicates whether the value is a secret.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Gets a value that indicates whether a comma in a secret text is part of it.</summary>
    public bool AllowComma { get; init; }

    /// <summary>Which of several different values counts.</summary>
    public DuplicatePolicy Duplicates { get; init; }

    /// <summary>What joins the items of a text list in one entry, or null where each may have its own.</summary>
    public string? Separator { get; init; }

    /// <summary>The scheme that stands before a text, or null.</summary>
    public string? Scheme { get; init; }

    /// <summary>How a malformed value is read.</summary>
    public MalformedValuePolicy OnMalformed { get; init; }

    /// <summary>What a list holds at most.</summary>
    public int MaxItems { get; init; } = DefaultMaxItems;

    /// <summary>Gets a value that indicates whether an empty text or empty bytes are written, and absence is read as them.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Gets a value that indicates whether the property of a <c>-bin</c> key is null without it. An empty value may then be written: where it is dropped, null is read.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Gets a value that indicates whether the key must be there.</summary>
    public bool Required { get; init; }

    /// <summary>Whether a record around its own may do without all that the record holds.</summary>
    internal bool IsOptionalHere { get; private init; }

    /// <summary>Gets a value that indicates whether the key holds a list.</summary>
    public bool IsList { get; init; }

    /// <summary>What the property's documentation says, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Gets a value that indicates whether the key is read and never written.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Gets or sets the status that a server returns when the key of a request is missing or bad.</summary>
    public StatusCode ErrorStatusCode { get; init; } = StatusCode.InvalidArgument;

    /// <summary>Gets a value that indicates whether the values are recorded on the call's activity.</summary>
    public bool Traced { get; init; }

    /// <summary>The name of the activity's attribute, or null for that of the semantic conventions.</summary>
    public string? TraceAs { get; init; }

    /// <summary>Former names of the key, lower-case.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Whether a lower-case key is one of this prefix's.</summary>
    public bool Covers(string key) =>
        IsPrefix
        && key.Length > Key.Length + (BinaryEntries ? KeyGrammar.BinarySuffix.Length : 0)
        && key.StartsWith(Key, StringComparison.Ordinal)
        && KeyGrammar.IsBinary(key) == BinaryEntries
        && !ReservedKeys.IsReserved(key);

    /// <summary>What a value looks like, in words.</summary>
    /// <param name="expected">What its codec expects.</param>
    internal string Describe(string expected) => Scheme is null ? expected : $"'{Scheme}' and {expected}";

    /// <summary>The key as it is in a record around its own.</summary>
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
