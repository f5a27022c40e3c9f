using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A key of a record, or a prefix of many, after composition.</summary>
/// <param name="Name">The key or the prefix on the wire.</param>
/// <param name="Owner">The property's name, with those around it.</param>
/// <param name="Location">Where to report it.</param>
internal sealed record OwnedKey(string Name, OwnedKeyKind Kind, string Owner, Location Location)
{
    /// <summary>Whether it is one of a record inside the record.</summary>
    internal bool IsInside => Owner.IndexOf('.') >= 0;

    internal bool IsPrefix => Kind is OwnedKeyKind.TextPrefix or OwnedKeyKind.BinaryPrefix;

    /// <summary>The key in a record around its own.</summary>
    internal OwnedKey Within(string prefix, string owner, Location location) =>
        new(Kind == OwnedKeyKind.Derived ? prefix + Name : Name, Kind, owner + "." + Owner, location);
}

/// <summary>How a key came about.</summary>
internal enum OwnedKeyKind
{
    /// <summary>It follows from the property's name.</summary>
    Derived,

    /// <summary>It was written out.</summary>
    Pinned,

    /// <summary>It is the prefix of text keys.</summary>
    TextPrefix,

    /// <summary>It is the prefix of <c>-bin</c> keys.</summary>
    BinaryPrefix,
}
