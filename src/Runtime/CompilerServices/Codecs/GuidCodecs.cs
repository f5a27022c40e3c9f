using System.Buffers;
using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a <see cref="Guid"/> to 36 characters. They are written in lower case.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidText : ITextCodec<Guid>
{
    private const int Length = 36;
#if NET9_0_OR_GREATER
    private const int Digits = 32;
#else
    private static readonly SearchValues<char> _characters = SearchValues.Create("0123456789abcdefABCDEF-");
#endif

    /// <inheritdoc/>
    public string Expected => "a UUID of 36 characters: hex digits in groups of 8, 4, 4, 4 and 12";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(Guid value) => value.ToString("D");

    /// <inheritdoc/>
    public bool TryParse(string text, out Guid value)
    {
        value = default;
#if NET9_0_OR_GREATER
        if (text.Length != Length || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        {
            return false;
        }

        Span<char> digits = stackalloc char[Digits];
        text.AsSpan(0, 8).CopyTo(digits);
        text.AsSpan(9, 4).CopyTo(digits[8..]);
        text.AsSpan(14, 4).CopyTo(digits[12..]);
        text.AsSpan(19, 4).CopyTo(digits[16..]);
        text.AsSpan(24, 12).CopyTo(digits[20..]);
        Span<byte> bytes = stackalloc byte[Digits / 2];
        bool isHex = Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done;
        value = isHex ? new Guid(bytes, bigEndian: true) : default;
        return isHex;
#else
        // TryParseExact takes a plus sign or 0x in place of digits.
        return text.Length == Length && !text.AsSpan().ContainsAnyExcept(_characters) && Guid.TryParseExact(text, "D", out value);
#endif
    }
}

/// <summary>Converts a <see cref="Guid"/> to 16 bytes in network order (RFC 9562, section 4).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidBinary : IBinaryCodec<Guid>
{
    private const int Size = 16;

    /// <inheritdoc/>
    public string Expected => "the 16 bytes of a UUID";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.EncodesAnew;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Encode(Guid value) => BigEndianGuid.Write(value);

    /// <inheritdoc/>
    public bool TryDecode(byte[] bytes, out Guid value)
    {
        bool fits = bytes.Length == Size;
        value = fits ? BigEndianGuid.Read(bytes) : default;
        return fits;
    }
}
