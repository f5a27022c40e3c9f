using System.Globalization;

namespace TypedMetadata.Internal;

/// <summary>Ticks as a plain number of a larger unit, such as seconds, with a fraction where there is one. No exponent.</summary>
internal static class DecimalTicks
{
    internal static string Format(long ticks, long ticksPerUnit) => ((decimal)ticks / ticksPerUnit).ToString(CultureInfo.InvariantCulture);

    /// <summary>Parses such a number. What is finer than a tick is cut.</summary>
    /// <returns>False for anything else, and for a number whose ticks are not between the two.</returns>
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
