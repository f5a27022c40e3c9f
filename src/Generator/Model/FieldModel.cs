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

/// <summary>A parameter of the primary constructor.</summary>
/// <param name="Property">The property that it sets, escaped if it is a keyword.</param>
/// <param name="Slot">The place of its key, or -1 when it is ignored.</param>
/// <param name="Default">What it is when its key is absent, or null when the key is required.</param>
/// <param name="Type">Its type. An argument that is not of exactly this type may call another constructor.</param>
internal sealed record ParameterModel(string Property, int Slot, string? Default, string Type);

/// <summary>An enum that a key carries: its codec is nested in the record.</summary>
internal sealed record EnumModel(string Codec, string Type, EquatableArray<EnumMemberModel> Members);

/// <summary>A member of an enum.</summary>
/// <param name="Value">The member, or its number where the name cannot be used.</param>
/// <param name="WireName">The name that is written, as a C# literal.</param>
/// <param name="Name">Its name as a C# literal, which is read too.</param>
/// <param name="Writes">False for a second name of a value.</param>
internal sealed record EnumMemberModel(string Value, string WireName, string Name, bool Writes);

/// <summary>A member that the record's <c>ToString</c> shows.</summary>
internal sealed record PrintedMember(string Name, string Label, bool Sensitive, bool IsValueType);
