namespace TypedMetadata.Codecs;

/// <summary>Date and time of RFC 3339, section 5.6: what the framework's parsers take is both more and less.</summary>
internal static class Rfc3339
{
    private const int UpToSeconds = 19;
    private static readonly TimeSpan _maxOffset = TimeSpan.FromHours(14);

    /// <summary>Writes <c>Z</c> for a zero offset and a fraction without trailing zeros.</summary>
    internal static string Format(DateTimeOffset value)
    {
        Span<char> text = stackalloc char[33];
        Digits(text, 0, 4, value.Year);
        text[4] = '-';
        Digits(text, 5, 2, value.Month);
        text[7] = '-';
        Digits(text, 8, 2, value.Day);
        text[10] = 'T';
        Digits(text, 11, 2, value.Hour);
        text[13] = ':';
        Digits(text, 14, 2, value.Minute);
        text[16] = ':';
        Digits(text, 17, 2, value.Second);
        int length = UpToSeconds + Fraction.Format(value.Ticks % TimeSpan.TicksPerSecond, text[UpToSeconds..]);

        if (value.Offset == TimeSpan.Zero)
        {
            text[length] = 'Z';
            return text[..(length + 1)].ToString();
        }

        TimeSpan offset = value.Offset.Duration();
        text[length] = value.Offset < TimeSpan.Zero ? '-' : '+';
        Digits(text, length + 1, 2, offset.Hours);
        text[length + 3] = ':';
        Digits(text, length + 4, 2, offset.Minutes);
        return text[..(length + 6)].ToString();
    }

    /// <summary>Reads <c>Z</c> or an offset, either case of <c>T</c> and <c>Z</c>, and up to nine digits of a fraction. Second 60 is refused.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= UpToSeconds
            || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't') || text[13] != ':' || text[16] != ':'
            || !TryNumber(text[..4], out int year) || !TryNumber(text[5..7], out int month) || !TryNumber(text[8..10], out int day)
            || !TryNumber(text[11..13], out int hour) || !TryNumber(text[14..16], out int minute) || !TryNumber(text[17..19], out int second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[UpToSeconds..];
        long fraction = 0;
        if (rest[0] == '.')
        {
            int end = rest[1..].IndexOfAnyExceptInRange('0', '9') + 1;
            if (end == 0 || !Fraction.TryParse(rest[1..end], out fraction))
            {
                return false;
            }

            rest = rest[end..];
        }

        if (!TryOffset(rest, out TimeSpan offset))
        {
            return false;
        }

        DateTime local = new DateTime(year, month, day, hour, minute, second).AddTicks(fraction);
        long utcTicks = local.Ticks - offset.Ticks;
        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(local, offset);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is ['Z' or 'z'])
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryNumber(text[1..3], out int hours) || !TryNumber(text[4..6], out int minutes) || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        if (offset > _maxOffset)
        {
            return false;
        }

        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    private static void Digits(Span<char> text, int start, int count, int number)
    {
        for (int i = start + count - 1; i >= start; i--)
        {
            text[i] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (char c in digits)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
