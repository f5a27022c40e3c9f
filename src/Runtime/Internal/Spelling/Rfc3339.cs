using System.Globalization;

namespace TypedMetadata.Internal;

/// <summary>Formats and parses dates and times of RFC 3339, section 5.6. The parsers of .NET accept other forms and reject some of these.</summary>
internal static partial class Rfc3339
{
    private const int DateLength = 10;
    private const int SecondsLength = 8;
    private const int LongestTime = SecondsLength + 8;
    private const int OffsetLength = 6;
    private static readonly TimeSpan _maxOffset = TimeSpan.FromHours(14);

    /// <summary>Writes <c>Z</c> for a zero offset and a fraction without trailing zeros.</summary>
    internal static string Format(DateTimeOffset value)
    {
        Span<char> text = stackalloc char[DateLength + 1 + LongestTime + OffsetLength];

        // In every culture, "O" writes seven digits of a fraction.
        value.DateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        int length = text[..(DateLength + 1 + LongestTime)].LastIndexOfAnyExcept('0') + 1;
        length = length > DateLength + 1 + SecondsLength + 1 ? length : DateLength + 1 + SecondsLength;
        if (value.Offset == TimeSpan.Zero)
        {
            text[length] = 'Z';
            return text[..(length + 1)].ToString();
        }

        TimeSpan offset = value.Offset.Duration();
        text[length] = value.Offset < TimeSpan.Zero ? '-' : '+';
        PutNumber(text.Slice(length + 1, 2), offset.Hours);
        text[length + 3] = ':';
        PutNumber(text.Slice(length + 4, 2), offset.Minutes);
        return text[..(length + OffsetLength)].ToString();
    }

    /// <summary>Reads <c>Z</c> or an offset, either case of <c>T</c> and <c>Z</c>, and up to nine digits of a fraction. Second 60 is rejected.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= DateLength || text[DateLength] is not ('T' or 't') || !TryDate(text[..DateLength], out int year, out int month, out int day))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[(DateLength + 1)..];
        int end = rest.IndexOfAny("Zz+-");
        if (end < 0 || !TryTime(rest[..end], out long timeTicks) || !TryOffset(rest[end..], out TimeSpan offset))
        {
            return false;
        }

        long ticks = new DateTime(year, month, day).Ticks + timeTicks;
        long utcTicks = ticks - offset.Ticks;
        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(ticks, offset);
        return true;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        return text.Length == DateLength && text[4] == '-' && text[7] == '-'
            && TryNumber(text[..4], out year) && TryNumber(text[5..7], out month) && TryNumber(text[8..10], out day)
            && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool TryTime(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        long fraction = 0;
        if (text.Length < SecondsLength || text[2] != ':' || text[5] != ':'
            || !TryNumber(text[..2], out int hour) || !TryNumber(text[3..5], out int minute) || !TryNumber(text[6..8], out int second)
            || hour > 23 || minute > 59 || second > 59
            || (text.Length > SecondsLength && (text[SecondsLength] != '.' || !Fraction.TryParse(text[(SecondsLength + 1)..], out fraction))))
        {
            return false;
        }

        ticks = new TimeSpan(hour, minute, second).Ticks + fraction;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is ['Z' or 'z'])
        {
            return true;
        }

        if (text.Length != OffsetLength || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryNumber(text[1..3], out int hours) || !TryNumber(text[4..6], out int minutes) || minutes > 59)
        {
            return false;
        }

        TimeSpan magnitude = new(hours, minutes, 0);
        offset = text[0] == '-' ? -magnitude : magnitude;
        return magnitude <= _maxOffset;
    }

    private static void PutNumber(Span<char> digits, int number)
    {
        for (int i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (char)('0' + (number % 10));
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
