using TypedMetadata.Generated;

namespace TypedMetadata.Codecs;

/// <summary>What a record's own Validate complains of, in the keys of the outermost record.</summary>
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

        MetadataField field = layout.Fields[start + slot];
        return error with { Key = field.IsPrefix ? error.Key : field.Key, DeclaredKey = field.Key };
    }

    private static int SlotOf<T>(string key)
        where T : IGrpcMetadata<T>
    {
        ReadOnlySpan<MetadataField> fields = T.Layout.Fields;
        for (int slot = 0; slot < fields.Length; slot++)
        {
            if (fields[slot].Key == key)
            {
                return slot;
            }
        }

        return T.SlotOf(key);
    }
}
