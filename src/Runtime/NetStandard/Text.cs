using System.Buffers;

namespace System.Buffers
{
    internal sealed class SearchValues<T>(string values)
    {
        internal bool Contains(char c) => values.IndexOf(c) >= 0;
    }

    internal static class SearchValues
    {
        internal static SearchValues<char> Create(string values) => new(values);
    }
}

namespace System.Text
{
    internal static class Ascii
    {
        internal static OperationStatus FromUtf16(ReadOnlySpan<char> text, Span<byte> ascii, out int written)
        {
            for (written = 0; written < text.Length; written++)
            {
                if (text[written] > 0x7F)
                {
                    return OperationStatus.InvalidData;
                }

                ascii[written] = (byte)text[written];
            }

            return OperationStatus.Done;
        }
    }
}

namespace System.Text.Unicode
{
    internal static class Utf8
    {
        private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        internal static bool IsValid(ReadOnlySpan<byte> bytes)
        {
            try
            {
                _strict.GetCharCount(bytes.ToArray());
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }

        internal static OperationStatus FromUtf16(string text, Span<byte> bytes, out int read, out int written, bool replaceInvalidSequences)
        {
            try
            {
                byte[] encoded = _strict.GetBytes(text);
                encoded.CopyTo(bytes);
                (read, written) = (text.Length, encoded.Length);
                return OperationStatus.Done;
            }
            catch (EncoderFallbackException)
            {
                (read, written) = (0, 0);
                return OperationStatus.InvalidData;
            }
        }
    }
}
