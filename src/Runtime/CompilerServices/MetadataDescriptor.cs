using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.CompilerServices;

/// <summary>How a record is read and written. The generator derives one for every record.</summary>
/// <typeparam name="T">The record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MetadataDescriptor<T>
{
    /// <summary>The record's keys, in the order of their slots.</summary>
    public abstract MetadataLayout Layout { get; }

    /// <summary>Parses what the reader holds and, only if nothing failed, constructs the record.</summary>
    public abstract T? Create(ref MetadataReader reader);

    /// <summary>
    /// Takes every value out of header fields in one pass and, if all of them are there and as usual, constructs the record. False says that the general reader has to
    /// look: of records that are not plain always.
    /// </summary>
    public virtual bool TryCreate(HeaderFields fields, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }

    /// <summary>Checks and encodes every value into the writer.</summary>
    public abstract void Write(T value, ref MetadataWriter writer);
}
