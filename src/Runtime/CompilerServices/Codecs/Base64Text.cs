using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts bytes to base64 on a text key (RFC 4648, section 4). Base64 is written with padding, and read with or without it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec that converts the value to bytes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Base64Text<T, TCodec> : ITextCodec<T>
    where TCodec : struct, IBinaryCodec<T>
{
    /// <inheritdoc/>
    public string Expected => $"{default(TCodec).Expected}, as base64 (RFC 4648, section 4)";

    /// <inheritdoc/>
    public CodecTraits Traits => default(TCodec).Traits & CodecTraits.RunsUserCode;

    /// <inheritdoc/>
    public string? Format(T value) => default(TCodec).Encode(value) is ReadOnlyMemory<byte> bytes ? Convert.ToBase64String(bytes.Span) : null;

    /// <inheritdoc/>
    public bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return UnpaddedBase64.TryDecode(text, out byte[]? bytes) && default(TCodec).TryDecode(bytes, out value);
    }
}
