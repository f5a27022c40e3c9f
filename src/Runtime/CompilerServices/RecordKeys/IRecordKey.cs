using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>A key of a record, whatever its type: what a layout and a schema ask of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecordKey
{
    /// <summary>The key and its options in the record that declares it.</summary>
    internal KeyDescriptor Descriptor { get; }

    /// <summary>The type of its value, or of an item.</summary>
    internal Type ValueType { get; }

    /// <summary>Whether its values are bytes.</summary>
    internal bool IsBinary { get; }

    /// <summary>How the value is laid out.</summary>
    internal Type Codec { get; }

    /// <summary>What a value looks like, in words.</summary>
    internal string Expected { get; }

    /// <summary>A value as it is on the wire, with base64 encoded, or null for a type of which no value is known.</summary>
    internal string? Example { get; }
}
