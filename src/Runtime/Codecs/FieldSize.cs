using Grpc.Core;

namespace TypedMetadata.Codecs;

/// <summary>The size of fields as PROTOCOL-HTTP2.md counts it: name, value and 32 for each, base64 encoded.</summary>
internal static class FieldSize
{
    private const int Overhead = 32;

    internal static int Of(string key, object field) => field switch
    {
        string value => key.Length + value.Length + Overhead,
        string[] values => OfAll(key, values),
        KeyValuePair<string, string>[] fields => fields.Sum(static field => Of(field.Key, field.Value)),
        Metadata.Entry { IsBinary: true } entry => key.Length + Encoded(entry.ValueBytes.Length) + Overhead,
        Metadata.Entry entry => key.Length + entry.Value.Length + Overhead,
        Metadata.Entry[] entries => entries.Sum(static entry => Of(entry.Key, entry)),
        _ => throw new ArgumentException($"A field is text, an entry or an array of either, not {field.GetType()}.", nameof(field)),
    };

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
