using System.Globalization;

namespace TypedMetadata.Internal;

/// <summary>The value of <c>grpc-timeout</c> (PROTOCOL-HTTP2.md, Timeout): at most eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const int MaxDigits = 8;
    private const long MaxNumber = 99_999_999;
    private const long NanosecondsPerTick = 100;

    // The largest unit comes first. A tick is 100 ns, so the last two digits of nanoseconds are lost.
    private static readonly (char Symbol, Int128 Nanoseconds)[] _units =
    [
        ('H', 3_600_000_000_000), ('M', 60_000_000_000), ('S', 1_000_000_000), ('m', 1_000_000), ('u', 1_000), ('n', 1),
    ];

    /// <summary>Tries to parse one or more values, separated by commas with optional spaces. The result is the shortest timeout.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out TimeSpan timeout)
    {
        timeout = TimeSpan.MaxValue;
        for (int comma = text.IndexOf(','); comma >= 0; comma = text.IndexOf(','))
        {
            if (!TakeLesser(text[..comma], ref timeout))
            {
                return false;
            }

            text = text[(comma + 1)..].TrimStart(' ');
        }

        return TakeLesser(text, ref timeout);
    }

    /// <summary>Formats a timeout with the largest exact unit, or with the smallest unit that fits, rounded up. Longer timeouts are written as the greatest value.</summary>
    internal static string Format(TimeSpan timeout)
    {
        Int128 nanoseconds = (Int128)timeout.Ticks * NanosecondsPerTick;
        foreach ((char symbol, Int128 unit) in _units)
        {
            if (nanoseconds % unit == 0 && nanoseconds / unit <= MaxNumber)
            {
                return Spell(nanoseconds / unit, symbol);
            }
        }

        foreach ((char symbol, Int128 unit) in Enumerable.Reverse(_units))
        {
            Int128 roundedUp = (nanoseconds + unit - 1) / unit;
            if (roundedUp <= MaxNumber)
            {
                return Spell(roundedUp, symbol);
            }
        }

        return Spell(MaxNumber, _units[0].Symbol);
    }

    private static string Spell(Int128 number, char symbol) => string.Create(CultureInfo.InvariantCulture, $"{number}{symbol}");

    private static bool TakeLesser(ReadOnlySpan<char> item, ref TimeSpan least)
    {
        if (!TryParseOne(item, out TimeSpan timeout))
        {
            least = default;
            return false;
        }

        least = timeout < least ? timeout : least;
        return true;
    }

    private static bool TryParseOne(ReadOnlySpan<char> item, out TimeSpan timeout)
    {
        timeout = default;
        ReadOnlySpan<char> digits = item.IsEmpty ? item : item[..^1];
        if (digits.Length is 0 or > MaxDigits || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        foreach ((char symbol, Int128 unit) in _units)
        {
            if (symbol == item[^1])
            {
                Int128 nanoseconds = unit * int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
                timeout = nanoseconds > long.MaxValue ? TimeSpan.MaxValue : new TimeSpan((long)nanoseconds / NanosecondsPerTick);
                return true;
            }
        }

        return false;
    }
}
