using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>One printable character. A space alone cannot travel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharText : ITextCodec<char>
{
    /// <inheritdoc/>
    public static string Expected => "one character";

    /// <inheritdoc/>
    public static string? Format(char value) => value.ToString();

    /// <inheritdoc/>
    public static bool TryParse(string text, out char value)
    {
        bool single = text.Length == 1;
        value = single ? text[0] : default;
        return single;
    }
}
