namespace TypedMetadata.Generator.Model;

/// <summary>One key of a record, or a prefix of many.</summary>
/// <param name="ValueType">The property's type without its outer nullability, or of a collection its items' type: what the codec reads.</param>
/// <param name="Key">The key or the prefix on the wire.</param>
/// <param name="IsPinned">Whether the key was written out, so that no prefix of an outer record applies to it.</param>
/// <param name="Codec">The codec's type.</param>
/// <param name="AllowsAbsence">Whether its type is read from an absent key like from an empty one: a protobuf message.</param>
/// <param name="KeyAccessibility">Of the member of <c>Keys</c>, or null when there is none.</param>
internal sealed record KeyModel(
    MemberShape Shape,
    string ValueType,
    CollectionKind Collection,
    string Key,
    bool IsPinned,
    string Codec,
    bool IsBinary,
    KeyOptionsModel Options,
    bool AllowsAbsence,
    string? KeyAccessibility)
    : MemberModel(Shape)
{
    /// <summary>Whether a message, list or map must be there.</summary>
    public bool IsRequired => Options.Required == true && Shape.IsAlwaysSet;

    /// <summary>Whether reading fails without the key.</summary>
    public bool MustBeThere => IsRequired || (Shape.Presence == Presence.Required && !AllowsAbsence && Options.AllowEmpty != true);
}

/// <summary>The options of a key that are not as they are when nothing is said.</summary>
/// <param name="Duplicates">The policy's name, or null.</param>
/// <param name="Format">The format, which has chosen the codec.</param>
/// <param name="Separator">What joins the items of a list, or null.</param>
/// <param name="Scheme">What stands before the text, or null.</param>
/// <param name="UseDefault">Whether a malformed value reads as the default.</param>
/// <param name="AllowEmpty">As it was written, or null.</param>
/// <param name="Required">As it was written, or null.</param>
/// <param name="Aliases">Former names of the key.</param>
internal sealed record KeyOptionsModel(
    bool Sensitive,
    bool AllowComma,
    string? Duplicates,
    int? MaxItems,
    bool PercentEncoded,
    bool? AllowEmpty,
    bool? Required,
    string? Format,
    string? Separator,
    string? Scheme,
    bool UseDefault,
    bool ReadOnly,
    bool Traced,
    string? TraceAs,
    int? ErrorStatusCode,
    EquatableArray<string> Aliases);

/// <summary>Which collection a property is, if it is one.</summary>
internal enum CollectionKind
{
    /// <summary>One value.</summary>
    None,

    /// <summary><c>T[]</c></summary>
    Array,

    /// <summary><c>List&lt;T&gt;</c></summary>
    List,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c></summary>
    ReadOnlyList,

    /// <summary><c>ImmutableArray&lt;T&gt;</c></summary>
    ImmutableArray,

    /// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c> of the keys with a prefix.</summary>
    Map,
}
