using System.Runtime.InteropServices;
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
        int most = CountItems(field);
        if (most > key.MaxItems)
        {
            return FieldErrors.TooManyItems(key.Key, key.MaxItems);
        }

        T[] values = new T[most];
        int count = 0;
        if (field is List<object> several)
        {
            foreach (object one in several)
            {
                if (ReadText<T, TCodec>(key, (string)one, values, ref count) is MetadataError error)
                {
                    return error;
                }
            }
        }
        else if (ReadText<T, TCodec>(key, (string)field, values, ref count) is MetadataError error)
        {
            return error;
        }

        items = count == most ? values : values[..count];
        return null;
    }

    /// <summary>Adds the items of one field.</summary>
    internal static MetadataError? ReadText<T, TCodec>(MetadataField key, string field, T[] values, ref int count)
        where TCodec : ITextCodec<T>
    {
        if (!TextRules.IsPrintableAscii(TextRules.Trim(field.AsSpan())))
        {
            return FieldErrors.NotPrintable(key.Key);
        }

        for (int start = 0; start <= field.Length;)
        {
            int comma = field.IndexOf(',', start);
            int end = comma < 0 ? field.Length : comma;
            ReadOnlySpan<char> item = TextRules.Trim(field.AsSpan(start, end - start));

            // RFC 9110, section 5.6.1: a recipient ignores empty elements.
            if (!item.IsEmpty)
            {
                if (FieldValue.Parse<T, TCodec>(key, item.Length == field.Length ? field : item.ToString(), out T? value) is MetadataError bad)
                {
                    return bad;
                }

                values[count++] = value!;
            }

            start = end + 1;
        }

        return null;
    }

    internal static MetadataError? ReadBinary<T, TCodec>(MetadataField key, object field, out T[] items)
        where TCodec : IBinaryCodec<T>
    {
        items = [];
        if (CountItems(field) > key.MaxItems)
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

    /// <summary>The items, without a copy where they lie in one piece.</summary>
    internal static ReadOnlySpan<T> SpanOf<T>(IReadOnlyList<T>? items) => items switch
    {
        null => default,
        T[] array => array,
        List<T> list => CollectionsMarshal.AsSpan(list),
        _ => items.ToArray(),
    };

    /// <summary>What is wrong with a list before any of its items is looked at.</summary>
    internal static MetadataError? Check(MetadataField key, int count, bool isNull) =>
        isNull ? FieldErrors.NullWritten(key.Key)
        : count > key.MaxItems ? FieldErrors.TooManyItems(key.Key, key.MaxItems)
        : null;

    /// <summary>One item of a list.</summary>
    internal static MetadataError? WriteText<T, TCodec>(MetadataField key, T item, out string text)
        where TCodec : ITextCodec<T> =>
        FieldValue.WriteText<T, TCodec>(key, item, out text) is MetadataError bad
            ? bad.Kind == MetadataErrorKind.Empty ? FieldErrors.EmptyItem(key.Key) : bad
            : TCodec.WritesPlainText ? null
            : text.Length == 0 ? FieldErrors.EmptyItem(key.Key)
            : text.Contains(',') ? FieldErrors.CommaInItem(key.Key)
            : null;

    internal static MetadataError? WriteBinary<T, TCodec>(MetadataField key, ReadOnlySpan<T> items, out ReadOnlyMemory<byte>[] blocks)
        where TCodec : IBinaryCodec<T>
    {
        blocks = [];
        ReadOnlyMemory<byte>[] written = new ReadOnlyMemory<byte>[items.Length];
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

    internal static int CountItems(string field) => field.AsSpan().Count(',') + 1;

    private static int CountItems(object field) => field switch
    {
        string text => CountItems(text),
        List<object> several => several.Sum(CountItems),
        _ => 1,
    };
}
