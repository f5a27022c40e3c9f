using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a string to percent-encoded text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PercentText : ITextCodec<string>
{
    /// <inheritdoc/>
    public string Expected => "text without U+0000, percent-encoded as UTF-8";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public string? Format(string value) => PercentEncoding.Encode(value, commas: false);

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out string value) => PercentEncoding.TryDecode(text, out value);
}

/// <summary>Converts a string to percent-encoded text with encoded commas, for items of lists and for sensitive values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PercentItemText : ITextCodec<string>
{
    /// <inheritdoc/>
    public string Expected => default(PercentText).Expected;

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public string? Format(string value) => PercentEncoding.Encode(value, commas: true);

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out string value) => PercentEncoding.TryDecode(text, out value);
}
