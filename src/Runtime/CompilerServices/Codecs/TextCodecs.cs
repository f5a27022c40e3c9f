using System.ComponentModel;
using System.Globalization;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a string of printable ASCII characters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringText : ITextCodec<string>
{
    /// <inheritdoc/>
    public string Expected => "text";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public string? Format(string value) => value;

    /// <inheritdoc/>
    public bool TryParse(string text, out string value)
    {
        value = text;
        return true;
    }
}

/// <summary>Converts a <see cref="bool"/> to <c>true</c> or <c>false</c>, read ignoring case.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanText : ITextCodec<bool>
{
    /// <inheritdoc/>
    public string Expected => "'true' or 'false'";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(bool value) => value ? "true" : "false";

    /// <inheritdoc/>
    public bool TryParse(string text, out bool value)
    {
        value = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Converts an integer to its canonical decimal text.</summary>
/// <typeparam name="T">The integer type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct IntegerText<T> : ITextCodec<T>
{
    /// <inheritdoc/>
    public string Expected => $"a whole number in the range of {typeof(T).Name}, without a plus sign or leading zeros";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(T value) => value.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>Converts a binary floating-point number to text that round-trips.</summary>
/// <typeparam name="T">The floating point type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct FloatText<T> : ITextCodec<T>
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <inheritdoc/>
    public string Expected => $"a number in the range of {typeof(T).Name}, 'NaN', 'Infinity' or '-Infinity'";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;
}

/// <summary>Converts a <see cref="decimal"/> to text without an exponent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalText : ITextCodec<decimal>
{
    /// <inheritdoc/>
    public string Expected => "a decimal number without an exponent";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool TryParse(string text, out decimal value)
    {
        value = default;
        return NumberSpelling.IsDecimal(text, allowExponent: false)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
