using TypedMetadata.Generated;

namespace TypedMetadata.Codecs;

/// <summary>
/// A key that holds a list. Fields may come one an item or joined by commas, which mean the same (PROTOCOL-HTTP2.md); each item is
/// trimmed. Items are counted before anything is allocated for them.
/// </summary>
internal static class ListValue
{
    internal static MetadataError? ReadText<T, TCodec>(MetadataField key, object field, out T[] items)
        where TCodec : ITextCodec<T>
    {
        items = [];
        if (CountFields(field) > key.MaxItems)
        {
            return FieldErrors.TooManyItems(key.Key, key.MaxItems);
        }

        List<T> values = [];
        foreach (object one in Fields(field))
        {
            string text = (string)one;
            if (!TextRules.IsPrintableAscii(TextRules.Trim(text.AsSpan())))
            {
                return FieldErrors.NotPrintable(key.Key);
            }

            foreach (string item in text.Split(','))
            {
                string trimmed = TextRules.Trim(item);
                if (trimmed.Length == 0)
                {
                    continue; // RFC 9110, section 5.6.1: a recipient ignores empty elements.
                }

                if (UserCode.Parse<T, TCodec>(key, trimmed, out T? value) is MetadataError bad)
                {
                    return bad;
                }

                values.Add(value!);
            }
        }

        items = [.. values];
        return null;
    }

    internal static MetadataError? ReadBinary<T, TCodec>(MetadataField key, object field, out T[] items)
        where TCodec : IBinaryCodec<T>
    {
        items = [];
        if (CountFields(field) > key.MaxItems)
        {
            return FieldErrors.TooManyItems(key.Key, key.MaxItems);
        }

        List<T> values = [];
        foreach (byte[]? item in BinaryItems.Of(field))
        {
            if (item is null)
            {
                return FieldErrors.NotBase64(key.Key);
            }

            if (UserCode.Decode<T, TCodec>(key, item, out T? value) is MetadataError bad)
            {
                return bad;
            }

            values.Add(value!);
        }

        items = [.. values];
        return null;
    }

    internal static MetadataError? WriteText<T, TCodec>(MetadataField key, IReadOnlyList<T>? items, out string[] texts)
        where TCodec : ITextCodec<T>
    {
        texts = [];
        if (CheckCount(key, items) is MetadataError error)
        {
            return error;
        }

        string[] written = new string[items!.Count];
        for (int i = 0; i < written.Length; i++)
        {
            if (FieldValue.WriteText<T, TCodec>(key, items[i], out written[i]) is MetadataError bad)
            {
                return bad.Kind == MetadataErrorKind.Empty ? FieldErrors.EmptyItem(key.Key) : bad;
            }

            if (written[i].Length == 0)
            {
                return FieldErrors.EmptyItem(key.Key);
            }

            if (written[i].Contains(','))
            {
                return FieldErrors.CommaInItem(key.Key);
            }
        }

        texts = written;
        return null;
    }

    internal static MetadataError? WriteBinary<T, TCodec>(MetadataField key, IReadOnlyList<T>? items, out ReadOnlyMemory<byte>[] blocks)
        where TCodec : IBinaryCodec<T>
    {
        blocks = [];
        if (CheckCount(key, items) is MetadataError error)
        {
            return error;
        }

        ReadOnlyMemory<byte>[] written = new ReadOnlyMemory<byte>[items!.Count];
        for (int i = 0; i < written.Length; i++)
        {
            if (items[i] is not T item)
            {
                return FieldErrors.NullWritten(key.Key);
            }

            if (UserCode.Encode<T, TCodec>(key, item, out written[i]) is MetadataError bad)
            {
                return bad;
            }
        }

        // One empty item alone is an empty field, which reads as no list where a server or a proxy drops it.
        if (written is [{ IsEmpty: true }])
        {
            return FieldErrors.EmptyItem(key.Key);
        }

        blocks = written;
        return null;
    }

    private static MetadataError? CheckCount<T>(MetadataField key, IReadOnlyList<T>? items) =>
        items is null ? FieldErrors.NullWritten(key.Key)
        : items.Count > key.MaxItems ? FieldErrors.TooManyItems(key.Key, key.MaxItems)
        : null;

    private static int CountFields(object field)
    {
        int count = 0;
        foreach (object one in Fields(field))
        {
            count += one is string text ? text.AsSpan().Count(',') + 1 : 1;
        }

        return count;
    }

    private static IReadOnlyList<object> Fields(object field) => field as List<object> ?? [field];
}
