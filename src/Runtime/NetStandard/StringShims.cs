using System.Globalization;
using System.Text;

namespace TypedMetadata;

/// <summary>Members of texts and characters that newer frameworks have.</summary>
internal static class StringShims
{
    extension(string text)
    {
        internal bool StartsWith(char first) => text.Length != 0 && text[0] == first;

        internal string Replace(string old, string by, StringComparison comparison) => text.Replace(old, by);

        internal string[] Split(string separator) => text.Split([separator], StringSplitOptions.None);

        internal static string Create(IFormatProvider culture, FormattableString format) => format.ToString(culture);

        internal static string Join(char separator, IEnumerable<string> parts) => string.Join(separator.ToString(), parts);
    }

    extension(char)
    {
        internal static bool IsAsciiHexDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
    }

    extension(Convert)
    {
        internal static string ToHexString(byte[] bytes, int start, int count) => BitConverter.ToString(bytes, start, count).Replace("-", "");

        internal static string ToBase64String(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes.ToArray());

        // One byte is all that is asked for.
        internal static byte[] FromHexString(ReadOnlySpan<char> digits) => [byte.Parse(digits.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)];
    }

    extension(Encoding encoding)
    {
        internal static Encoding Latin1 => Encoding.GetEncoding("iso-8859-1");

        internal string GetString(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes.ToArray());
    }
}
