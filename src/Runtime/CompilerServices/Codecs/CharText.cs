using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a printable character. A space is rejected.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharText : ITextCodec<char>
{
    /// <inheritdoc/>
    public string Expected => "one character";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public string? Format(char value) => value.ToString();

    /// <inheritdoc/>
    public bool TryParse(string text, out char value)
    {
        bool single = text.Length == 1;
        value = single ? text[0] : default;
        return single;
    }
}
