using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts an <see cref="AuthenticationHeaderValue"/>: a scheme and credentials (RFC 9110, section 11.4).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AuthenticationText : ITextCodec<AuthenticationHeaderValue>
{
    /// <inheritdoc/>
    public string Expected => "a scheme and credentials (RFC 9110, section 11.4)";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public string? Format(AuthenticationHeaderValue value) => value.ToString();

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out AuthenticationHeaderValue value) => AuthenticationHeaderValue.TryParse(text, out value);
}
