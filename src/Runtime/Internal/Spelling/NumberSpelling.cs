namespace TypedMetadata.Internal;

/// <summary>Validates the text of numbers. The parsers of .NET also accept other forms, such as a plus sign or a NUL at the end.</summary>
internal static class NumberSpelling
{
    /// <summary>An optional minus sign and digits, no leading zero, no <c>-0</c>.</summary>
    internal static bool IsCanonicalInteger(ReadOnlySpan<char> text)
    {
        bool negative = text is ['-', ..];
        ReadOnlySpan<char> digits = negative ? text[1..] : text;
        return digits.Length != 0
            && digits.IndexOfAnyExceptInRange('0', '9') < 0
            && (digits[0] != '0' || (digits.Length == 1 && !negative));
    }

    /// <summary>An optional minus sign, digits with at most one point, and if allowed an exponent.</summary>
    internal static bool IsDecimal(ReadOnlySpan<char> text, bool allowExponent)
    {
        if (text is ['-', ..])
        {
            text = text[1..];
        }

        int e = allowExponent ? text.IndexOfAny('e', 'E') : -1;
        if (e >= 0)
        {
            ReadOnlySpan<char> exponent = text[(e + 1)..];
            if (exponent is ['-' or '+', ..])
            {
                exponent = exponent[1..];
            }

            if (exponent.Length == 0 || exponent.IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                return false;
            }

            text = text[..e];
        }

        int point = text.IndexOf('.');
        return point < 0
            ? IsDigits(text)
            : text.Length > 1 && IsDigitsOrEmpty(text[..point]) && IsDigitsOrEmpty(text[(point + 1)..]);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length != 0 && IsDigitsOrEmpty(text);

    private static bool IsDigitsOrEmpty(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
