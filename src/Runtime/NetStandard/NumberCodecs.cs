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

/// <content>Parses by the type's own method.</content>
public readonly partial struct FloatText<T>
    where T : struct, IFormattable, IConvertible
{
    /// <inheritdoc/>
    public bool TryParse(string text, out T value)
    {
        bool isFinite = text is not ("NaN" or "Infinity" or "-Infinity");
        value = default;
        return (!isFinite || NumberSpelling.IsDecimal(text.AsSpan(), allowExponent: true))
            && Numbers<T>.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && (!isFinite || !double.IsInfinity(value.ToDouble(CultureInfo.InvariantCulture)));
    }
}
