namespace TypedMetadata.Internal;

/// <summary>Validates text values: ASCII-Value of PROTOCOL-HTTP2.md.</summary>
internal static class TextRules
{
    internal static bool IsPrintableAscii(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange(' ', '~') < 0;

    internal static bool HasSpaceAtEitherEnd(string text) => text.Length != 0 && (text[0] == ' ' || text[^1] == ' ');

    /// <summary>Removes spaces and tabs at both ends (RFC 9110, section 5.5). If there are none, the text is not copied.</summary>
    internal static string Trim(string text) =>
        text.Length != 0 && (IsBlank(text[0]) || IsBlank(text[^1])) ? Trim(text.AsSpan()).ToString() : text;

    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (start < end && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool IsBlank(char c) => c is ' ' or '\t';
}
