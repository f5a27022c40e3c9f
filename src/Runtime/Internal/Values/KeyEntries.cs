using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>The entries of one key in a <see cref="Metadata"/>.</summary>
internal static class KeyEntries
{
    /// <summary>Returns the wire value of the key.</summary>
    internal static WireValue Of(Metadata metadata, string key)
    {
        List<WireValue> items = Items(metadata, key);
        return items.Count switch
        {
            0 => default,
            1 => items[0],
            _ => new WireValue(items),
        };
    }

    internal static List<WireValue> Items(Metadata metadata, string key)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        List<WireValue> items = [];
        for (int i = 0; i < metadata.Count; i++)
        {
            if (metadata[i].Key == key)
            {
                items.Add(WireValue.Of(metadata[i]));
            }
            else if (ResponseNotes.TryGet(metadata[i], out ResponseNotes? notes) && notes.MalformedKeys.Contains(key))
            {
                items.Add(new WireValue(ResponseNotes.MalformedStub));
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
