namespace TypedMetadata.Internal;

/// <summary>Formats and parses fractions of a second, in ticks of 100 ns.</summary>
internal static class Fraction
{
    private const int TickDigits = 7;
    private const int MaxDigits = 9;

    /// <summary>A point and up to seven digits without trailing zeros, or nothing for zero ticks.</summary>
    internal static int Format(long ticks, Span<char> destination)
    {
        if (ticks == 0)
        {
            return 0;
        }

        int digits = TickDigits;
        while (ticks % 10 == 0)
        {
            ticks /= 10;
            digits--;
        }

        for (int i = digits; i > 0; i--)
        {
            destination[i] = (char)('0' + (ticks % 10));
            ticks /= 10;
        }

        destination[0] = '.';
        return digits + 1;
    }

    /// <summary>Tries to parse one to nine digits. A tick has seven digits; further digits are truncated.</summary>
    internal static bool TryParse(ReadOnlySpan<char> digits, out long ticks)
    {
        ticks = 0;
        if (digits.Length is 0 or > MaxDigits || digits.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        for (int i = 0; i < TickDigits; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return true;
    }
}
