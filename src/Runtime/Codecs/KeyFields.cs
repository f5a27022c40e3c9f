using Grpc.Core;

namespace TypedMetadata.Codecs;

/// <summary>The fields of one key in a <see cref="Metadata"/>.</summary>
internal static class KeyFields
{
    /// <summary>The key's field, a list of them when there are several, or null.</summary>
    internal static object? Of(Metadata metadata, string key)
    {
        List<object> items = Items(metadata, key);
        return items.Count switch
        {
            0 => null,
            1 => items[0],
            _ => items,
        };
    }

    internal static List<object> Items(Metadata metadata, string key)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        List<object> items = [];
        for (int i = 0; i < metadata.Count; i++)
        {
            if (metadata[i].Key == key)
            {
                items.Add(FieldValue.Of(metadata[i]));
            }
            else if (metadata[i].Key == MalformedFields.Mark && MalformedFields.KeysOf(metadata[i].Value).Contains(key))
            {
                items.Add(MalformedFields.Stub);
            }
        }

        return items;
    }

    internal static void Remove(Metadata metadata, string key)
    {
        for (int i = metadata.Count - 1; i >= 0; i--)
        {
            if (metadata[i].Key == key)
            {
                metadata.RemoveAt(i);
            }
        }
    }
}
