using System.ComponentModel;

namespace TypedMetadata.Generated;

/// <summary>A <see cref="Guid"/> as 36 characters, lower case when written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidText : ITextCodec<Guid>
{
    /// <inheritdoc/>
    public static string Expected => "a UUID of 36 characters: hex digits in groups of 8, 4, 4, 4 and 12";

    /// <inheritdoc/>
    public static string? Format(Guid value) => value.ToString("D");

    /// <inheritdoc/>
    public static bool TryParse(string text, out Guid value)
    {
        value = default;
        return IsSpelledWithHexAlone(text) && Guid.TryParseExact(text, "D", out value);
    }

    // TryParseExact takes a plus sign or 0x in place of digits.
    private static bool IsSpelledWithHexAlone(string text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool isDash = i is 8 or 13 or 18 or 23;
            if (isDash ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
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
    public static ReadOnlyMemory<byte>? Encode(Guid value) => value.ToByteArray(bigEndian: true);

    /// <inheritdoc/>
    public static bool TryDecode(byte[] bytes, out Guid value)
    {
        bool fits = bytes.Length == Size;
        value = fits ? new Guid(bytes, bigEndian: true) : default;
        return fits;
    }
}
