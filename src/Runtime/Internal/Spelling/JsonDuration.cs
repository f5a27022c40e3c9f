using System.Globalization;

namespace TypedMetadata.Internal;

/// <summary>
/// Formats and parses the JSON form of google.protobuf.Duration: seconds, an optional fraction, and <c>s</c>. The range of Duration, about 10,000 years,
/// is not enforced: every <see cref="TimeSpan"/> is formatted, and every value that fits into one is parsed.
/// </summary>
internal static class JsonDuration
{
    internal static string Format(TimeSpan value)
    {
        // The magnitude of TimeSpan.MinValue does not fit into a long.
        ulong ticks = value.Ticks < 0 ? (ulong)-(value.Ticks + 1) + 1 : (ulong)value.Ticks;
        Span<char> text = stackalloc char[32];
        int length = 0;
        if (value.Ticks < 0)
        {
            text[length++] = '-';
        }

        (ticks / TimeSpan.TicksPerSecond).TryFormat(text[length..], out int written, default, CultureInfo.InvariantCulture);
        length += written;
        length += Fraction.Format((long)(ticks % TimeSpan.TicksPerSecond), text[length..]);
        text[length++] = 's';
        return text[..length].ToString();
    }

    internal static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        if (text is not [.., 's'])
        {
            return false;
        }

        bool negative = text[0] == '-';
        ReadOnlySpan<char> number = negative ? text[1..^1] : text[..^1];
        int point = number.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? number : number[..point];
        long fraction = 0;
        if (!NumberSpelling.IsCanonicalInteger(whole) || whole[0] == '-'
            || (point >= 0 && !Fraction.TryParse(number[(point + 1)..], out fraction))
            || !Int128.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out Int128 seconds)
            || seconds > long.MaxValue)
        {
            return false;
        }

        Int128 ticks = (seconds * TimeSpan.TicksPerSecond) + fraction;
        ticks = negative ? -ticks : ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
        {
            return false;
        }

        value = new TimeSpan((long)ticks);
        return true;
    }
}
