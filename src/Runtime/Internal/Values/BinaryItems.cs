namespace TypedMetadata.Internal;

/// <summary>
/// Decodes the values of a <c>-bin</c> key. Fields are split at commas before they are decoded, as PROTOCOL-HTTP2.md requires, and blanks around each item are removed.
/// </summary>
internal static class BinaryItems
{
    /// <summary>Returns the item if there is exactly one and it can be decoded, as in nearly every field; otherwise, null.</summary>
    internal static byte[]? TrySingle(WireValue wire) =>
        wire.Bytes
        ?? (wire.Text is string text && !text.Contains(',') && UnpaddedBase64.TryDecode(TextRules.Trim(text.AsSpan()), out byte[]? bytes) ? bytes : null);

    /// <summary>Returns all items, in order. An item that is not base64 is null.</summary>
    internal static List<byte[]?> Of(WireValue wire)
    {
        List<byte[]?> items = [];
        Add(wire, items);
        return items;
    }

    private static void Add(WireValue wire, List<byte[]?> items)
    {
        if (wire.Bytes is byte[] decoded)
        {
            items.Add(decoded);
        }
        else if (wire.Several is List<WireValue> several)
        {
            several.ForEach(one => Add(one, items));
        }
        else
        {
            Split(wire.Text, items);
        }
    }

    private static void Split(ReadOnlySpan<char> text, List<byte[]?> items)
    {
        while (true)
        {
            int comma = text.IndexOf(',');
            ReadOnlySpan<char> item = TextRules.Trim(comma < 0 ? text : text[..comma]);
            items.Add(UnpaddedBase64.TryDecode(item, out byte[]? bytes) ? bytes : null);
            if (comma < 0)
            {
                return;
            }

            text = text[(comma + 1)..];
        }
    }
}
