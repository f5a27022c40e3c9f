using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// A call's headers as they go on the wire: one entry for each key, its values joined, those of a <c>-bin</c> key as unpadded base64. So the handler finds nothing to rewrite in the
/// HTTP headers, which costs far more.
/// </summary>
internal static class RequestWireHeaders
{
    /// <summary>The headers, or null where the given ones go out as they are, and where private members may not be used.</summary>
    internal static Metadata? Of(Metadata? given)
    {
        if (given is null || !UncheckedEntry.IsWorking)
        {
            return null;
        }

        string? last = null;
        for (int i = 0; i < given.Count; i++)
        {
            Metadata.Entry entry = given[i];
            if (entry.IsBinary || (entry.Key == last && !ReservedKeys.IsOwnedByHttp(last)))
            {
                return Joined(given);
            }

            last = entry.Key;
        }

        return null;
    }

    // Entries of one key that others stand between stay apart here. The handler joins them.
    private static Metadata Joined(Metadata given)
    {
        Metadata headers = UncheckedEntry.NewMetadata(given.Count);
        for (int first = 0, next; first < given.Count; first = next)
        {
            Metadata.Entry entry = given[first];
            for (next = first + 1; next < given.Count && given[next].Key == entry.Key && !ReservedKeys.IsOwnedByHttp(entry.Key);)
            {
                next++;
            }

            headers.Add(
                next > first + 1 ? UncheckedEntry.Text(entry.Key, Joined(given, first, next))
                : entry.IsBinary ? UncheckedEntry.Text(entry.Key, Base64(entry))
                : entry);
        }

        return headers;
    }

    private static string Joined(Metadata given, int first, int next)
    {
        string[] items = new string[next - first];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = given[first + i].IsBinary ? Base64(given[first + i]) : given[first + i].Value;
        }

        return string.Join(',', items);
    }

    private static string Base64(Metadata.Entry entry) => UnpaddedBase64.Encode(UncheckedEntry.BytesOf(entry));
}
