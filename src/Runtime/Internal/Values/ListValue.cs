using System.Runtime.InteropServices;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>
/// Reads and writes the value of a key that is a list. Items may be in separate fields or joined with commas, which means the same (PROTOCOL-HTTP2.md). Each item is trimmed.
/// Items are counted before memory is allocated for them.
/// </summary>
internal static class ListValue
{
    internal static MetadataError? ReadText<T, TCodec>(KeyDescriptor key, WireValue wire, out T[] items)
        where TCodec : struct, ITextCodec<T>
    {
        items = [];
        int most = CountTexts(key, wire);
        if (most > key.MaxItems)
        {
            return KeyErrors.TooManyItems(key.Key, key.MaxItems);
        }

        T[] values = new T[most];
        int count = 0;
        if (wire.Several is List<WireValue> several)
        {
            foreach (WireValue one in several)
            {
                if (ReadText<T, TCodec>(key, one.Text!, values, ref count) is MetadataError error)
                {
                    return error;
                }
            }
        }
        else if (ReadText<T, TCodec>(key, wire.Text!, values, ref count) is MetadataError error)
        {
            return error;
        }

        items = count == most ? values : values[..count];
        return null;
    }

    /// <summary>Adds the items of one field.</summary>
    internal static MetadataError? ReadText<T, TCodec>(KeyDescriptor key, string field, T[] values, ref int count)
        where TCodec : struct, ITextCodec<T>
    {
        if (!TextRules.IsPrintableAscii(TextRules.Trim(field.AsSpan())))
        {
            return KeyErrors.NotPrintable(key.Key);
        }

        for (int start = 0; start <= field.Length;)
        {
            int separator = ListSeparator.IndexIn(key, field.AsSpan(start));
            int end = separator < 0 ? field.Length : start + separator;
            ReadOnlySpan<char> item = TextRules.Trim(field.AsSpan(start, end - start));

            // RFC 9110, section 5.6.1: a recipient ignores empty elements.
            if (!item.IsEmpty)
            {
                if (SingleValue.Parse<T, TCodec>(key, item.Length == field.Length ? field : item.ToString(), out T? value) is MetadataError bad)
                {
                    return bad;
                }

                values[count++] = value!;
            }

            start = end + 1;
        }

        return null;
    }

    internal static MetadataError? ReadBinary<T, TCodec>(KeyDescriptor key, WireValue wire, out T[] items)
        where TCodec : struct, IBinaryCodec<T>
    {
        items = [];
        if (CountItems(wire) > key.MaxItems)
        {
            return KeyErrors.TooManyItems(key.Key, key.MaxItems);
        }

        List<T> values = [];
        foreach (byte[]? item in BinaryItems.Of(wire))
        {
            if (item is null)
            {
                return KeyErrors.NotBase64(key.Key);
            }

            if (SingleValue.Decode<T, TCodec>(key, item, out T? value) is MetadataError bad)
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

    /// <summary>Returns the error of a list as a whole, or null. Its items are not validated yet.</summary>
    internal static MetadataError? Check(KeyDescriptor key, int count, bool isNull) =>
        isNull ? KeyErrors.NullWritten(key.Key)
        : count == 0 && key.Required ? KeyErrors.NoItems(key.Key)
        : count > key.MaxItems ? KeyErrors.TooManyItems(key.Key, key.MaxItems)
        : null;

    /// <summary>Writes an item of a list.</summary>
    internal static MetadataError? WriteText<T, TCodec>(KeyDescriptor key, T item, out string text)
        where TCodec : struct, ITextCodec<T> =>
        SingleValue.WriteText<T, TCodec>(key, item, out text) is MetadataError bad
            ? bad.Kind == MetadataErrorKind.Empty ? KeyErrors.EmptyItem(key.Key) : bad
            : text.Length == 0 ? KeyErrors.EmptyItem(key.Key)
            : ListSeparator.Check<TCodec>(key, ref text);

    internal static MetadataError? WriteBinary<T, TCodec>(KeyDescriptor key, ReadOnlySpan<T> items, out ReadOnlyMemory<byte>[] blocks)
        where TCodec : struct, IBinaryCodec<T>
    {
        blocks = [];
        ReadOnlyMemory<byte>[] written = new ReadOnlyMemory<byte>[items.Length];
        for (int i = 0; i < written.Length; i++)
        {
            if (items[i] is not T item)
            {
                return KeyErrors.NullWritten(key.Key);
            }

            if (SingleValue.Encode<T, TCodec>(key, item, out written[i]) is MetadataError bad)
            {
                return bad;
            }
        }

        // A single empty item is an empty field. If a server or a proxy drops it, the list is read as absent.
        if (written is [{ IsEmpty: true }])
        {
            return KeyErrors.EmptyItem(key.Key);
        }

        blocks = written;
        return null;
    }

    private static int CountTexts(KeyDescriptor key, WireValue wire)
    {
        if (wire.Text is string text)
        {
            return ListSeparator.CountItems(key, text);
        }

        int count = 0;
        foreach (WireValue one in wire.Several!)
        {
            count += ListSeparator.CountItems(key, one.Text!);
        }

        return count;
    }

    private static int CountItems(WireValue wire) =>
        wire.Text is string text ? text.AsSpan().Count(',') + 1
        : wire.Several is List<WireValue> several ? several.Sum(CountItems)
        : 1;
}
