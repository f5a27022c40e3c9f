using System.Globalization;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Splits the items of a text list in one entry. A comma always separates items, because a proxy may have combined two entries.</summary>
internal static class ListSeparator
{
    private const char Comma = ',';

    /// <summary>Returns the index of the next separator, or -1.</summary>
    internal static int IndexIn(KeyDescriptor key, ReadOnlySpan<char> text) =>
        key.Separator is null ? text.IndexOf(Comma) : text.IndexOfAny(Comma, key.Separator[0]);

    /// <summary>Returns an upper limit of the number of items in a text. It is exact for custom separators, because there may be many blanks.</summary>
    internal static int CountItems(KeyDescriptor key, string text)
    {
        if (key.Separator is null)
        {
            return text.AsSpan().Count(Comma) + 1;
        }

        int count = 0;
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty;)
        {
            int end = IndexIn(key, rest);
            ReadOnlySpan<char> item = end < 0 ? rest : rest[..end];
            count += TextRules.Trim(item).IsEmpty ? 0 : 1;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return count;
    }

    /// <summary>Returns the error of the text of an item, or null. In percent-encoded text, the separator is encoded too.</summary>
    internal static MetadataError? Check<TCodec>(KeyDescriptor key, ref string item)
        where TCodec : struct, IMetadataCodec
    {
        if (typeof(TCodec) == typeof(PercentItemText) && key.Separator is { } separator)
        {
            item = item.Replace(separator[..1], string.Create(CultureInfo.InvariantCulture, $"%{(int)separator[0]:X2}"), StringComparison.Ordinal);
        }

        bool mayHaveSeparator = key.Separator is not null || !Codec.Has<TCodec>(CodecTraits.WritesPlainText);
        return mayHaveSeparator && IndexIn(key, item) is >= 0 and int index ? KeyErrors.SeparatorInItem(key.Key, item[index]) : null;
    }

    internal static string Join(KeyDescriptor key, string[] items) => string.Join(key.Separator ?? ",", items);
}
