using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TypedMetadata.Codecs;

/// <summary>
/// Base64 of RFC 4648, section 4, as PROTOCOL-HTTP2.md wants it of <c>-bin</c> values: written without padding, read with or
/// without.
/// </summary>
internal static class UnpaddedBase64
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int OnStack = 512;
    private static readonly SearchValues<char> _alphabet = SearchValues.Create(Alphabet);

    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        int padded = Base64.GetMaxEncodedToUtf8Length(bytes.Length);
        byte[]? rented = null;
        Span<byte> text = padded <= OnStack ? stackalloc byte[OnStack] : (rented = ArrayPool<byte>.Shared.Rent(padded));
        Base64.EncodeToUtf8(bytes, text, out _, out int written);
        string encoded = Encoding.Latin1.GetString(text[..written].TrimEnd((byte)'='));
        Return(rented);
        return encoded;
    }

    /// <summary>
    /// Ignores zero to two <c>=</c> at the end and the unused bits of the last character, which grpc-java sets; takes nothing
    /// outside the alphabet, no white space either.
    /// </summary>
    internal static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        text = WithoutPadding(text);
        if (!IsUnpadded(text))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            bytes = [];
            return true;
        }

        int padded = (text.Length + 3) / 4 * 4;
        byte[]? rented = null;
        Span<byte> ascii = padded <= OnStack ? stackalloc byte[OnStack] : (rented = ArrayPool<byte>.Shared.Rent(padded));
        ascii = ascii[..padded];
        Encoding.Latin1.GetBytes(text, ascii);
        int loose = text.Length % 4;
        if (loose != 0)
        {
            // Base64.DecodeFromUtf8 refuses unused bits that are not zero.
            int used = loose == 2 ? 0b110000 : 0b111100;
            ascii[text.Length - 1] = (byte)Alphabet[Alphabet.IndexOf(text[^1]) & used];
            ascii[text.Length..].Fill((byte)'=');
        }

        bytes = new byte[text.Length * 3 / 4];
        OperationStatus status = Base64.DecodeFromUtf8(ascii, bytes, out _, out int written);
        Return(rented);
        return status == OperationStatus.Done && written == bytes.Length;
    }

    /// <summary>Whether <see cref="TryDecode"/> would take it.</summary>
    internal static bool IsValid(ReadOnlySpan<char> text) => IsUnpadded(WithoutPadding(text));

    /// <summary>Whether any decoder takes it that fills up missing padding: the padding that is there is all of it or none.</summary>
    internal static bool IsCanonical(ReadOnlySpan<char> text) => IsValid(text) && (text.Length % 4 == 0 || text is not [.., '=']);

    private static bool IsUnpadded(ReadOnlySpan<char> text) => text.Length % 4 != 1 && !text.ContainsAnyExcept(_alphabet);

    internal static ReadOnlySpan<char> WithoutPadding(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < 2 && text is [.., '=']; i++)
        {
            text = text[..^1];
        }

        return text;
    }

    private static void Return(byte[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
