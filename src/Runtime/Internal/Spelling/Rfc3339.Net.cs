namespace TypedMetadata.Internal;

/// <content>Dates without a time, and times without a date.</content>
internal static partial class Rfc3339
{
    internal static string FormatDate(DateOnly value)
    {
        Span<char> text = stackalloc char[DateLength];
        PutDate(text, value);
        return text.ToString();
    }

    internal static string FormatTime(TimeOnly value)
    {
        Span<char> text = stackalloc char[LongestTime];
        return text[..PutTime(text, value)].ToString();
    }

    internal static bool TryParseDate(ReadOnlySpan<char> text, out DateOnly value)
    {
        bool isDate = TryDate(text, out int year, out int month, out int day);
        value = isDate ? new DateOnly(year, month, day) : default;
        return isDate;
    }

    internal static bool TryParseTime(ReadOnlySpan<char> text, out TimeOnly value)
    {
        bool isTime = TryTime(text, out long ticks);
        value = isTime ? new TimeOnly(ticks) : default;
        return isTime;
    }

    private static void PutDate(Span<char> text, DateOnly value)
    {
        PutNumber(text[..4], value.Year);
        text[4] = '-';
        PutNumber(text.Slice(5, 2), value.Month);
        text[7] = '-';
        PutNumber(text.Slice(8, 2), value.Day);
    }

    private static int PutTime(Span<char> text, TimeOnly value)
    {
        PutNumber(text[..2], value.Hour);
        text[2] = ':';
        PutNumber(text.Slice(3, 2), value.Minute);
        text[5] = ':';
        PutNumber(text.Slice(6, 2), value.Second);
        return SecondsLength + Fraction.Format(value.Ticks % TimeSpan.TicksPerSecond, text[SecondsLength..]);
    }
}
