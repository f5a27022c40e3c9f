using System.Buffers;

namespace TypedMetadata;

/// <summary>Members of spans that newer frameworks have.</summary>
internal static class SpanShims
{
    internal static int IndexOfAnyExceptInRange(this ReadOnlySpan<char> text, char low, char high)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < low || text[i] > high)
            {
                return i;
            }
        }

        return -1;
    }

    internal static bool ContainsAnyExceptInRange(this ReadOnlySpan<char> text, char low, char high) => text.IndexOfAnyExceptInRange(low, high) >= 0;

    internal static bool ContainsAnyExcept(this ReadOnlySpan<char> text, SearchValues<char> values)
    {
        foreach (char c in text)
        {
            if (!values.Contains(c))
            {
                return true;
            }
        }

        return false;
    }

    internal static int LastIndexOfAnyExcept<T>(this Span<T> items, T value)
        where T : IEquatable<T>
    {
        int last = items.Length - 1;
        while (last >= 0 && items[last].Equals(value))
        {
            last--;
        }

        return last;
    }

    internal static bool Contains<T>(this ReadOnlySpan<T> items, T value)
        where T : IEquatable<T> => items.IndexOf(value) >= 0;

    internal static int Count<T>(this ReadOnlySpan<T> items, T value)
        where T : IEquatable<T>
    {
        int count = 0;
        foreach (T item in items)
        {
            count += item.Equals(value) ? 1 : 0;
        }

        return count;
    }

    internal static bool SequenceEqual<T>(this ReadOnlySpan<T> left, ReadOnlySpan<T> right, IEqualityComparer<T> comparer) =>
        Enumerable.SequenceEqual(left.ToArray(), right.ToArray(), comparer);

    /// <summary>Puts at most as many parts as there is room for; the last one has the rest.</summary>
    internal static int Split(this ReadOnlySpan<char> text, Span<Range> parts, char separator)
    {
        int count = 0;
        int start = 0;
        for (int end = text.IndexOf(separator); end >= 0 && count < parts.Length - 1; end = text[start..].IndexOf(separator))
        {
            parts[count++] = new Range(start, start += end);
            start++;
        }

        parts[count++] = new Range(start, text.Length);
        return count;
    }
}
