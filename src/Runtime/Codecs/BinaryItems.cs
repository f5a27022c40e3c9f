namespace TypedMetadata.Codecs;

/// <summary>
/// The values of a <c>-bin</c> key: fields are split on commas before they are decoded, as PROTOCOL-HTTP2.md demands, and blanks
/// around each item are dropped.
/// </summary>
internal static class BinaryItems
{
    /// <summary>The item when there is one alone and it can be decoded, which is so of nearly every field; else null.</summary>
    internal static byte[]? TrySingle(object field) =>
        field as byte[]
        ?? (field is string text && !text.Contains(',') && UnpaddedBase64.TryDecode(TextRules.Trim(text.AsSpan()), out byte[]? bytes) ? bytes : null);

    /// <summary>Every item in order; null for one that is not base64.</summary>
    internal static List<byte[]?> Of(object field)
    {
        List<byte[]?> items = [];
        Add(field, items);
        return items;
    }

    private static void Add(object field, List<byte[]?> items)
    {
        switch (field)
        {
            case byte[] decoded:
                items.Add(decoded);
                break;
            case string text:
                Split(text, items);
                break;
            case List<object> several:
                several.ForEach(one => Add(one, items));
                break;
            default:
                throw new ArgumentException($"A field is a string, bytes or a list of them, not {field.GetType()}.", nameof(field));
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
