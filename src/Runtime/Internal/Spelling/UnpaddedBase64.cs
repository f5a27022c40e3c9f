using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace TypedMetadata.Internal;

/// <summary>
/// Encodes and decodes base64 (RFC 4648, section 4) as PROTOCOL-HTTP2.md requires for <c>-bin</c> values: it is written without padding, and read with or without it.
/// </summary>
internal static class UnpaddedBase64
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int OnStack = 1024;

    /// <summary>The maximum number of bytes that <see cref="TryDecodeSmall"/> decodes.</summary>
    internal const int Small = 384;

    private static readonly SearchValues<char> _alphabet = SearchValues.Create(Alphabet);

    [SkipLocalsInit]
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
        string encoded = Encoding.Latin1.GetString(text[..(text[..written].LastIndexOfAnyExcept((byte)'=') + 1)]);
        Return(rented);
        return encoded;
    }

    /// <summary>
    /// Tries to decode a text. Up to two <c>=</c> at the end and the unused bits of the last character, which grpc-java sets, are ignored. All other characters outside the
    /// alphabet, including white space, are rejected.
    /// </summary>
    [SkipLocalsInit]
    internal static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        text = WithoutPadding(text);
        bytes = text.IsEmpty ? [] : new byte[text.Length * 3 / 4];
        int whole = text.Length / 4 * 4;
        Span<byte> ascii = stackalloc byte[OnStack];
        int decoded = 0;
        for (int start = 0; start < whole; start += OnStack)
        {
            ReadOnlySpan<char> part = text[start..Math.Min(start + OnStack, whole)];

            // An Encoding is not used, because it would replace characters outside ASCII.
            if (Ascii.FromUtf16(part, ascii, out _) != OperationStatus.Done
                || Base64.DecodeFromUtf8(ascii[..part.Length], bytes.AsSpan(decoded), out _, out int written) != OperationStatus.Done)
            {
                return false;
            }

            decoded += written;
        }

        // If there are fewer bytes than expected, the text contains white space or padding in the middle, which .NET accepts.
        return decoded == whole / 4 * 3 && TryDecodeRest(text[whole..], bytes.AsSpan(decoded));
    }

    /// <summary>Tries to decode a short text into a buffer of <see cref="Small"/> bytes, with the same rules.</summary>
    [SkipLocalsInit]
    internal static bool TryDecodeSmall(ReadOnlySpan<char> text, Span<byte> bytes, out int count)
    {
        text = WithoutPadding(text);
        count = text.Length * 3 / 4;
        if (count > Small)
        {
            return false;
        }

        int whole = text.Length / 4 * 4;
        Span<byte> ascii = stackalloc byte[Small * 4 / 3];
        return Ascii.FromUtf16(text[..whole], ascii, out _) == OperationStatus.Done
            && Base64.DecodeFromUtf8(ascii[..whole], bytes, out _, out int decoded) == OperationStatus.Done
            && decoded == whole / 4 * 3
            && TryDecodeRest(text[whole..], bytes[decoded..]);
    }

    // Decodes the last one or two bytes, which do not fill a group of four characters.
    private static bool TryDecodeRest(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length < 2)
        {
            return text.IsEmpty;
        }

        int bits = (SixBits(text[0]) << 6) | SixBits(text[1]);
        bytes[0] = (byte)(bits >> 4);
        if (text.Length == 3)
        {
            bits = (bits << 6) | SixBits(text[2]);
            bytes[1] = (byte)(bits >> 2);
        }

        return bits >= 0;
    }

    /// <summary>Returns the value of a character, or -1, which has all bits set, for a character outside the alphabet.</summary>
    private static int SixBits(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    };

    /// <summary>Returns a value that indicates whether <see cref="TryDecode"/> would succeed.</summary>
    internal static bool IsValid(ReadOnlySpan<char> text) => IsUnpadded(WithoutPadding(text));

    /// <summary>Returns a value that indicates whether decoders that add missing padding would succeed: the padding is complete or absent.</summary>
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
