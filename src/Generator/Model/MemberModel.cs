namespace TypedMetadata.Generator.Model;

/// <summary>A property that goes on the wire: as a key, as the keys of a prefix, or as a record with keys of its own.</summary>
internal abstract record MemberModel(MemberShape Shape)
{
    public string Property => Shape.Property;
}

/// <summary>What the constructor and the writer must know of a property, whatever it carries.</summary>
/// <param name="Property">Its name, escaped if it is a keyword.</param>
/// <param name="Type">Its type without its outer nullability.</param>
/// <param name="IsPositional">Whether the primary constructor sets it.</param>
/// <param name="Summary">What its documentation says, or null.</param>
internal sealed record MemberShape(string Property, string Type, Presence Presence, bool IsNullable, bool IsValueType, bool IsPositional, string? Summary)
{
    /// <summary>Whether there is always a value to set: a required one, or an empty collection.</summary>
    public bool IsAlwaysSet => Presence is Presence.Required or Presence.EmptyCollection;
}

/// <summary>A record inside the record.</summary>
/// <param name="Prefix">What its derived keys start with here.</param>
/// <param name="Sensitive">Whether all that it holds is a secret.</param>
internal sealed record NestedModel(MemberShape Shape, string Prefix, bool Sensitive) : MemberModel(Shape);

/// <summary>What happens when a key is absent.</summary>
internal enum Presence
{
    /// <summary>The read fails.</summary>
    Required,

    /// <summary>A parameter has its default value or null; a property stays as its initializer or constructor made it.</summary>
    Optional,

    /// <summary>The list or dictionary is empty.</summary>
    EmptyCollection,
}
