namespace TypedMetadata.Generator.Model;

/// <summary>One key of a record.</summary>
/// <param name="Property">The property's name, escaped if it is a keyword.</param>
/// <param name="PropertyType">The property's type without its outer nullability.</param>
/// <param name="ValueType">The same, or of a list its items' type: what the codec reads.</param>
/// <param name="Key">The key on the wire.</param>
/// <param name="Codec">The codec's type.</param>
/// <param name="IsPositional">Whether the primary constructor sets it.</param>
/// <param name="KeyAccessibility">Of the member of <c>Keys</c>, or null when there is none.</param>
internal sealed record FieldModel(
    string Property,
    string PropertyType,
    string ValueType,
    ListKind List,
    string Key,
    string Codec,
    bool IsBinary,
    FieldOptions Options,
    Presence Presence,
    bool IsNullable,
    bool IsValueType,
    bool IsPositional,
    string? KeyAccessibility);

/// <summary>The options of a key that are not as they are when nothing is said.</summary>
/// <param name="Duplicates">The policy's name, or null.</param>
/// <param name="Format">The format, which has chosen the codec.</param>
/// <param name="ReadAlso">Former names of the key.</param>
internal sealed record FieldOptions(
    bool Sensitive,
    bool AllowComma,
    string? Duplicates,
    int? MaxItems,
    bool PercentEncoded,
    bool? AllowEmpty,
    string? Format,
    bool ReadOnly,
    EquatableArray<string> ReadAlso);

/// <summary>Which list a property is, if it is one.</summary>
internal enum ListKind
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
}

/// <summary>What happens when a key is absent.</summary>
internal enum Presence
{
    /// <summary>The read fails.</summary>
    Required,

    /// <summary>A parameter has its default value or null; a property stays as its initializer or constructor made it.</summary>
    Optional,

    /// <summary>The list is empty.</summary>
    EmptyList,
}
