using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The entries of one position that the live view stores.</summary>
/// <param name="Entries">The first entries.</param>
/// <param name="LeftOut">The number of further entries.</param>
internal sealed record ShownBlock(IReadOnlyList<ShownEntry> Entries, int LeftOut)
{
    private const int MostEntries = 64;
    private const int MostLetters = 256;

    internal static ShownBlock Of(IHeaderDictionary? headers, ShownKeys keys, MetadataPositions position)
    {
        List<ShownEntry> shown = [];
        int leftOut = 0;
        foreach ((string name, StringValues values) in headers ?? (IEnumerable<KeyValuePair<string, StringValues>>)[])
        {
            string key = name.ToLowerInvariant();
            if (!IsMetadata(key))
            {
                continue;
            }

            bool mayShow = keys.MayShow(key, position);
            foreach (string? value in values)
            {
                if (shown.Count == MostEntries)
                {
                    leftOut++;
                    continue;
                }

                shown.Add(new ShownEntry(Short(key), mayShow ? Short(value ?? "") : RedactionExtensions.Hidden, WireSize.Of(key, value ?? "")));
            }
        }

        return new ShownBlock(shown, leftOut);
    }

    // Header fields of HTTP and of the gRPC protocol are not metadata.
    private static bool IsMetadata(string key) =>
        key.Length != 0 && key[0] != ':' && !ReservedKeys.IsReserved(key) && !ReservedKeys.IsOfHop(key);

    private static string Short(string text) => text.Length <= MostLetters ? text : text[..MostLetters] + "…";
}

/// <summary>An entry of the live view.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value, or *** if it is redacted.</param>
/// <param name="Size">The size of key and value, as PROTOCOL-HTTP2.md counts it.</param>
internal readonly record struct ShownEntry(string Key, string Value, int Size);
