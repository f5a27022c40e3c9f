using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Reads and writes a record. The generator adds a derived class for every record.</summary>
/// <typeparam name="T">The record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MetadataDescriptor<T>
{
    /// <summary>Gets the keys of the record, in the order of their slots.</summary>
    public abstract MetadataLayout Layout { get; }

    /// <summary>Parses the values of the reader and, if there are no errors, creates the record.</summary>
    public abstract T? Create(ref MetadataReader reader);

    /// <summary>Reads a plain record from header fields in one pass, if all values are usual and valid. Otherwise, and for all other records, <see cref="MetadataReader"/> must read it.</summary>
    public virtual T? Create(HeaderFields fields) => default;

    /// <summary>Validates the values of a record and encodes them into the writer.</summary>
    public abstract void Write(T value, ref MetadataWriter writer);
}
