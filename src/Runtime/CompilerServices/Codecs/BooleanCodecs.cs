using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a <see cref="bool"/> to <c>1</c> or <c>0</c>. <c>true</c> and <c>false</c> are read too, ignoring case.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OneZeroText : ITextCodec<bool>
{
    /// <inheritdoc/>
    public string Expected => "'1' or '0'";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(bool value) => value ? "1" : "0";

    /// <inheritdoc/>
    public bool TryParse(string text, out bool value)
    {
        value = text == "1";
        return value || text == "0" || default(BooleanText).TryParse(text, out value);
    }
}

/// <summary>Converts a <see cref="bool"/> to <c>True</c> or <c>False</c>, read ignoring case.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CapitalizedBooleanText : ITextCodec<bool>
{
    /// <inheritdoc/>
    public string Expected => "'True' or 'False'";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(bool value) => value ? "True" : "False";

    /// <inheritdoc/>
    public bool TryParse(string text, out bool value) => default(BooleanText).TryParse(text, out value);
}
