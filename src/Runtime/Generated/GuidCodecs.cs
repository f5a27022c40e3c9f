using System.Buffers;
using System.ComponentModel;

namespace TypedMetadata.Generated;

/// <summary>A <see cref="Guid"/> as 36 characters, lower case when written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidText : ITextCodec<Guid>
{
    private const int Length = 36;
    private static readonly SearchValues<char> _characters = SearchValues.Create("0123456789abcdefABCDEF-");

    /// <inheritdoc/>
    public static string Expected => "a UUID of 36 characters: hex digits in groups of 8, 4, 4, 4 and 12";

    /// <inheritdoc/>
    public static bool WritesPlainText => true;

    /// <inheritdoc/>
    public static string? Format(Guid value) => value.ToString("D");

    /// <inheritdoc/>
    public static bool TryParse(string text, out Guid value)
    {
        value = default;

        // TryParseExact takes a plus sign or 0x in place of digits.
        return text.Length == Length && !text.AsSpan().ContainsAnyExcept(_characters) && Guid.TryParseExact(text, "D", out value);
    }
}

/// <summary>A <see cref="Guid"/> as its 16 bytes in network order (RFC 9562, section 4).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidBinary : IBinaryCodec<Guid>
{
    private const int Size = 16;

    /// <inheritdoc/>
    public static string Expected => "the 16 bytes of a UUID";

    /// <inheritdoc/>
    public static bool EncodesAnew => true;

    /// <inheritdoc/>
    public static ReadOnlyMemory<byte>? Encode(Guid value) => value.ToByteArray(bigEndian: true);

    /// <inheritdoc/>
    public static bool TryDecode(byte[] bytes, out Guid value)
    {
        bool fits = bytes.Length == Size;
        value = fits ? new Guid(bytes, bigEndian: true) : default;
        return fits;
    }
}
