using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Converts the headers of a call to their wire form: one entry for each key, with joined values, and unpadded base64 for <c>-bin</c> keys. Then the handler need not rewrite the
/// HTTP headers, which is much slower.
/// </summary>
internal static class RequestWireHeaders
{
    /// <summary>Returns the converted headers, or null if they need no conversion or private members must not be used.</summary>
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

    // Entries of a key that are not adjacent are not joined here. The handler joins them.
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
