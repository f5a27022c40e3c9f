using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Moves encoded values from a writer to the header fields that carry them.</summary>
internal static class WireFields
{
    /// <summary>Replaces the fields of all keys of a record.</summary>
    internal static void Write(in MetadataWriter writer, IHeaderDictionary target)
    {
        ReadOnlySpan<KeyDescriptor> keys = writer.Keys;
        bool isEmpty = target.Count == 0;
        for (int slot = 0; slot < keys.Length; slot++)
        {
            KeyDescriptor key = keys[slot];
            if (key.IsPrefix && !isEmpty)
            {
                Clear(target, key);
            }

            WireValue wire = writer.Value(slot);
            if (wire.Text is string text)
            {
                target[key.Key] = text;
            }
            else if (wire.Texts is string[] items)
            {
                target[key.Key] = items;
            }
            else if (wire.ByKey is KeyValuePair<string, WireValue>[] entries)
            {
                foreach ((string name, WireValue value) in entries)
                {
                    target[name] = value.Text;
                }
            }
            else if (!isEmpty && !key.IsPrefix && !key.ReadOnly)
            {
                target.Remove(key.Key);
            }
        }
    }

    /// <summary>Returns the size of the fields of a key.</summary>
    internal static int SizeOf(string key, StringValues fields)
    {
        int size = 0;
        foreach (string? field in fields)
        {
            size += WireSize.Of(key, field ?? "");
        }

        return size;
    }

    /// <summary>Returns the sizes of the keys that a record does not have, or null if there are none.</summary>
    internal static List<KeyValuePair<string, int>>? SizesBeside<T>(IHeaderDictionary fields)
        where T : IGrpcMetadata<T> =>
        fields.Count == 0
            ? null
            : [.. fields.Where(static field => T.Descriptor.Layout.SlotOf(field.Key) < 0).Select(static field => KeyValuePair.Create(field.Key, SizeOf(field.Key, field.Value)))];

    private static void Clear(IHeaderDictionary headers, KeyDescriptor prefix)
    {
        foreach (string key in headers.Keys.Where(key => prefix.Covers(key.ToLowerInvariant())).ToList())
        {
            headers.Remove(key);
        }
    }
}
