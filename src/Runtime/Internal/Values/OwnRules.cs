using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>The errors of a record's own Validate, in the keys of the outermost record.</summary>
internal static class OwnRules
{
    /// <summary>
    /// The error by the key as it is on the wire, where the record may stand inside another with a prefix. Only a key that the record declares
    /// becomes its <see cref="MetadataError.DeclaredKey"/>: what Validate names may be a caller's choice.
    /// </summary>
    /// <param name="error">Of the record's Validate.</param>
    /// <param name="record">The record's own layout.</param>
    /// <param name="outermost">The outermost record's.</param>
    /// <param name="start">Where the record's keys begin in it.</param>
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
