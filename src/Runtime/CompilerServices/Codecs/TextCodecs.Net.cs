using System.Globalization;
using System.Numerics;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <content>Parses by generic math.</content>
public readonly partial struct IntegerText<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public bool TryParse(string text, out T value)
    {
        value = default;
        return NumberSpelling.IsCanonicalInteger(text)
            && T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}

/// <content>Formats and parses by generic math.</content>
public readonly partial struct FloatText<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public string? Format(T value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool TryParse(string text, out T value)
    {
        switch (text)
        {
            case "NaN":
                value = T.NaN;
                return true;
            case "Infinity":
                value = T.PositiveInfinity;
                return true;
            case "-Infinity":
                value = T.NegativeInfinity;
                return true;
            default:
                value = default;
                return NumberSpelling.IsDecimal(text, allowExponent: true)
                    && T.TryParse(text, Styles, CultureInfo.InvariantCulture, out value)
                    && T.IsFinite(value);
        }
    }
}
