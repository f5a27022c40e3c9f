namespace TypedMetadata.Internal;

/// <summary>Calculates the size of header fields as PROTOCOL-HTTP2.md counts it: the length of the name, plus the length of the encoded value, plus 32.</summary>
internal static class WireSize
{
    private const int Overhead = 32;

    internal static int Of(string key, string value) => key.Length + value.Length + Overhead;

    /// <summary>Returns the size of a key that is written, or 0 if it has no value.</summary>
    internal static int Of(string key, WireValue wire)
    {
        if (wire.Text is string text)
        {
            return Of(key, text);
        }

        if (wire.Bytes is byte[] bytes)
        {
            return Of(key, bytes);
        }

        int size = 0;
        foreach (string item in wire.Texts ?? [])
        {
            size += Of(key, item);
        }

        foreach (byte[] block in wire.Blocks ?? [])
        {
            size += Of(key, block);
        }

        foreach ((string name, WireValue value) in wire.ByKey ?? [])
        {
            size += Of(name, value);
        }

        return size;
    }

    /// <summary>Returns the size of the largest header field of a key that is written.</summary>
    internal static int LargestField(string key, WireValue wire)
    {
        int largest = wire.Text is string text ? Of(key, text) : 0;
        foreach (string item in wire.Texts ?? [])
        {
            largest = Math.Max(largest, Of(key, item));
        }

        foreach ((string name, WireValue value) in wire.ByKey ?? [])
        {
            largest = Math.Max(largest, LargestField(name, value));
        }

        return largest;
    }

    /// <summary>Adds the size of a key that is written, or of each key of a prefix.</summary>
    internal static void AddTo(List<KeyValuePair<string, int>> sizes, string key, WireValue wire)
    {
        foreach ((string name, WireValue value) in wire.ByKey ?? [new(key, wire)])
        {
            if (value.IsPresent)
            {
                sizes.Add(new(name, Of(name, value)));
            }
        }
    }

    private static int Of(string key, byte[] bytes) => key.Length + Encoded(bytes.Length) + Overhead;

    // Without padding: four characters for three bytes, and one more than the bytes that are left over.
    private static int Encoded(int bytes) => (bytes / 3 * 4) + (bytes % 3 == 0 ? 0 : (bytes % 3) + 1);
}
