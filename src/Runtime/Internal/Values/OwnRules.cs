using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Converts the errors of a record's Validate to the keys of the outermost record.</summary>
internal static class OwnRules
{
    /// <summary>
    /// Returns the error with the key on the wire, which differs if the record is nested in another one with a prefix. Only a key that the record declares becomes the
    /// <see cref="MetadataError.DeclaredKey"/>, because Validate may report a name that a caller chose.
    /// </summary>
    /// <param name="error">The error of Validate.</param>
    /// <param name="record">The layout of the record.</param>
    /// <param name="outermost">The layout of the outermost record.</param>
    /// <param name="start">The slot at which the keys of the record start in the outermost record.</param>
    internal static MetadataError Declared(MetadataError error, MetadataLayout record, MetadataLayout outermost, int start)
    {
        int slot = SlotOf(error.Key, record);
        if (slot < 0)
        {
            return error with { DeclaredKey = "" };
        }

        KeyDescriptor key = outermost.Keys[start + slot];
        return error with { Key = key.IsPrefix ? error.Key : key.Key, DeclaredKey = key.Key };
    }

    private static int SlotOf(string key, MetadataLayout record)
    {
        ReadOnlySpan<KeyDescriptor> keys = record.Keys;
        for (int slot = 0; slot < keys.Length; slot++)
        {
            if (keys[slot].Key == key)
            {
                return slot;
            }
        }

        return record.SlotOf(key);
    }
}
