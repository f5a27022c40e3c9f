using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Represents a key of a record of any type, for layouts and schemas.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecordKey
{
    /// <summary>Gets the key and its options in the record that declares it.</summary>
    internal KeyDescriptor Descriptor { get; }

    /// <summary>Gets the type of the value, or of an item.</summary>
    internal Type ValueType { get; }

    /// <summary>Gets a value that indicates whether the values are bytes.</summary>
    internal bool IsBinary { get; }

    /// <summary>Gets the type of the codec.</summary>
    internal Type Codec { get; }

    /// <summary>Gets a description of a valid value.</summary>
    internal string Expected { get; }

    /// <summary>Gets an example of a wire value, or null for a custom type.</summary>
    internal string? Example { get; }
}
