using System.Globalization;

namespace TypedMetadata.Internal;

/// <summary>Formats and parses ticks as a decimal number of a larger unit, such as seconds, with an optional fraction and without an exponent.</summary>
internal static class DecimalTicks
{
    internal static string Format(long ticks, long ticksPerUnit) => ((decimal)ticks / ticksPerUnit).ToString(CultureInfo.InvariantCulture);

    /// <summary>Tries to parse a number. Digits beyond a tick are truncated.</summary>
    /// <returns>False if the text is not a number, or its ticks are outside the limits.</returns>
    internal static bool TryParse(string text, long ticksPerUnit, long least, long most, out long ticks)
    {
        ticks = 0;
        if (!NumberSpelling.IsDecimal(text, allowExponent: false)
            || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal units)
            || units < (decimal)least / ticksPerUnit
            || units > (decimal)most / ticksPerUnit)
        {
            return false;
        }

        ticks = (long)(units * ticksPerUnit);
        return true;
    }
}
