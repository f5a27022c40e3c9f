using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Percent-encoded text.</summary>
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

/// <summary>Percent-encoded text in which a comma is encoded too: an item of a list, or a secret.</summary>
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
