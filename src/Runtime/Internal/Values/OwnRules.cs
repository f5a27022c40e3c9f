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
    /// <param name="layout">The outermost record's.</param>
    /// <param name="start">Where the record's keys begin in it.</param>
    internal static MetadataError Declared<T>(MetadataError error, MetadataLayout layout, int start)
        where T : IGrpcMetadata<T>
    {
        int slot = SlotOf<T>(error.Key);
        if (slot < 0)
        {
            return error with { DeclaredKey = "" };
        }

        KeyDescriptor key = layout.Keys[start + slot];
        return error with { Key = key.IsPrefix ? error.Key : key.Key, DeclaredKey = key.Key };
    }

    private static int SlotOf<T>(string key)
        where T : IGrpcMetadata<T>
    {
        ReadOnlySpan<KeyDescriptor> keys = T.Layout.Keys;
        for (int slot = 0; slot < keys.Length; slot++)
        {
            if (keys[slot].Key == key)
            {
                return slot;
            }
        }

        return T.SlotOf(key);
    }
}
