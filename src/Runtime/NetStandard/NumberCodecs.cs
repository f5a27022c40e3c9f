using System.Globalization;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <content>Parses by the type's own method.</content>
public readonly partial struct IntegerText<T>
    where T : struct, IFormattable
{
    /// <inheritdoc/>
    public bool TryParse(string text, out T value)
    {
        value = default;
        return NumberSpelling.IsCanonicalInteger(text.AsSpan())
            && Numbers<T>.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}

/// <content>Formats and parses by the type's own methods.</content>
public readonly partial struct FloatText<T>
    where T : struct, IFormattable, IConvertible
{
    private const string Widest = "G17";

    // .NET Framework drops the sign of zero, and with "R" digits of a few numbers.

    /// <inheritdoc/>
    public string? Format(T value)
    {
        if (value.Equals(default(T)))
        {
            return double.IsNegativeInfinity(1 / value.ToDouble(CultureInfo.InvariantCulture)) ? "-0" : "0";
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return TryParse(text, out T read) && read.Equals(value) ? text : value.ToString(Widest, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public bool TryParse(string text, out T value)
    {
        bool isFinite = text is not ("NaN" or "Infinity" or "-Infinity");
        value = default;
        bool isRead = (!isFinite || NumberSpelling.IsDecimal(text.AsSpan(), allowExponent: true))
            && Numbers<T>.TryParse(text, Styles, CultureInfo.InvariantCulture, out value)
            && (!isFinite || !double.IsInfinity(value.ToDouble(CultureInfo.InvariantCulture)));
        value = isRead && text[0] == '-' && value.Equals(default(T)) ? (T)Convert.ChangeType(-0.0, typeof(T), CultureInfo.InvariantCulture) : value;
        return isRead;
    }
}
