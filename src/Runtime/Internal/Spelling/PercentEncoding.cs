using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace TypedMetadata.Internal;

/// <summary>
/// Percent-encodes Unicode text as printable ASCII: UTF-8, with <c>%XX</c> for other bytes. Reading is strict: a <c>%</c> without two hex digits, bytes that are not UTF-8, and
/// U+0000 are malformed.
/// </summary>
internal static class PercentEncoding
{
    /// <summary>Encodes a text. It returns null for text with a lone surrogate or U+0000, which could not be read.</summary>
    internal static string? Encode(string text, bool commas)
    {
        if (text.Contains('\0') || !TryGetUtf8(text, out byte[]? bytes))
        {
            return null;
        }

        StringBuilder encoded = new(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            char c = (char)bytes[i];
            bool isInnerSpace = c == ' ' && i > 0 && i < bytes.Length - 1;
            bool isPlain = c is > ' ' and <= '~' and not '%' && !(commas && c == ',');
            if (isPlain || isInnerSpace)
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append('%').Append(Convert.ToHexString(bytes, i, 1));
            }
        }

        return encoded.ToString();
    }

    internal static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        if (!text.Contains('%'))
        {
            decoded = text;
            return true;
        }

        byte[] bytes = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                bytes[length++] = (byte)text[i];
                continue;
            }

            if (i + 2 > text.Length - 1 || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return false;
            }

            bytes[length++] = Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
            i += 2;
        }

        ReadOnlySpan<byte> utf8 = bytes.AsSpan(0, length);
        if (utf8.Contains((byte)0) || !Utf8.IsValid(utf8))
        {
            return false;
        }

        decoded = Encoding.UTF8.GetString(utf8);
        return true;
    }

    private static bool TryGetUtf8(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        bool valid = Utf8.FromUtf16(text, bytes, out _, out int written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done;
        bytes = valid ? bytes[..written] : null;
        return valid;
    }
}
