using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a <see cref="Uri"/>. An absolute URI is escaped; a relative URI is written unchanged.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriText : ITextCodec<Uri>
{
    /// <inheritdoc/>
    public string Expected => "a URI";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public string? Format(Uri value) => value.IsAbsoluteUri ? value.AbsoluteUri : value.OriginalString;

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out Uri value) =>
        // On Unix a path would be taken for an absolute file URI.
        Uri.TryCreate(text, text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute, out value);
}

/// <summary>Converts an <see cref="IPAddress"/> to its IPv4 or IPv6 text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IPAddressText : ITextCodec<IPAddress>
{
    /// <inheritdoc/>
    public string Expected => "an IP address, such as 192.0.2.1 or 2001:db8::1";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.None;

    /// <inheritdoc/>
    public string? Format(IPAddress value) => value.ToString();

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out IPAddress value)
    {
        value = null;
        return AddressSpelling.IsStrict(text) && IPAddress.TryParse(text, out value);
    }
}
