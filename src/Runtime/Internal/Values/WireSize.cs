using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>The size of header fields as PROTOCOL-HTTP2.md counts it: name, value and 32 for each, base64 encoded.</summary>
internal static class WireSize
{
    private const int Overhead = 32;

    internal static int Of(string key, string value) => key.Length + value.Length + Overhead;

    /// <summary>What a key takes that is written; nothing where it carries nothing.</summary>
    internal static int Of(string key, WireValue wire) =>
        wire.Text is string text ? Of(key, text)
        : wire.Texts is string[] texts ? OfAll(key, texts)
        : wire.TextsByKey is KeyValuePair<string, string>[] entries ? entries.Sum(static entry => Of(entry.Key, entry.Value))
        : 0;

    /// <summary>What the keys of entries take, from one of them on.</summary>
    internal static List<KeyValuePair<string, int>> OfEach(Metadata entries, int first) =>
        [.. entries.Skip(first).GroupBy(static entry => entry.Key, Of, static (key, sizes) => KeyValuePair.Create(key, sizes.Sum()))];

    private static int Of(Metadata.Entry entry) =>
        entry.Key.Length + (entry.IsBinary ? Encoded(entry.ValueBytes.Length) : entry.Value.Length) + Overhead;

    private static int OfAll(string key, string[] values)
    {
        int size = 0;
        foreach (string value in values)
        {
            size += Of(key, value);
        }

        return size;
    }

    // Without padding: four characters for three bytes, and one more than the bytes that are left over.
    private static int Encoded(int bytes) => (bytes / 3 * 4) + (bytes % 3 == 0 ? 0 : (bytes % 3) + 1);
}
