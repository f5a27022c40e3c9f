global using Int128 = System.Numerics.BigInteger;

using System.Globalization;
using System.Net;
using System.Numerics;

namespace TypedMetadata;

/// <summary>Members of numbers, times and addresses that newer frameworks have.</summary>
internal static class NumberShims
{
    extension(BigInteger)
    {
        internal static BigInteger Clamp(BigInteger value, BigInteger min, BigInteger max) => BigInteger.Max(min, BigInteger.Min(max, value));

        internal static bool TryParse(ReadOnlySpan<char> text, NumberStyles styles, IFormatProvider culture, out BigInteger value) =>
            BigInteger.TryParse(text.ToString(), styles, culture, out value);
    }

    extension(int)
    {
        internal static int Max(int left, int right) => Math.Max(left, right);

        internal static int Parse(ReadOnlySpan<char> text, NumberStyles styles, IFormatProvider culture) => int.Parse(text.ToString(), styles, culture);
    }

    extension(long)
    {
        internal static long Max(long left, long right) => Math.Max(left, right);
    }

    extension(uint)
    {
        internal static bool TryParse(ReadOnlySpan<char> text, NumberStyles styles, IFormatProvider culture, out uint value) => uint.TryParse(text.ToString(), styles, culture, out value);
    }

    extension(ushort)
    {
        internal static bool TryParse(ReadOnlySpan<char> text, NumberStyles styles, IFormatProvider culture, out ushort value) => ushort.TryParse(text.ToString(), styles, culture, out value);
    }

    extension(IPAddress)
    {
        internal static bool TryParse(ReadOnlySpan<char> text, out IPAddress? address) => IPAddress.TryParse(text.ToString(), out address);
    }

    extension(DateTimeOffset)
    {
        internal static DateTimeOffset UnixEpoch => DateTimeOffset.FromUnixTimeMilliseconds(0);
    }

    extension(DateTime time)
    {
        internal bool TryFormat(Span<char> destination, out int written, string format, IFormatProvider culture) => time.ToString(format, culture).TryCopyTo(destination, out written);
    }

    extension(ulong number)
    {
        internal bool TryFormat(Span<char> destination, out int written, string? format, IFormatProvider culture) => number.ToString(format, culture).TryCopyTo(destination, out written);
    }

    private static bool TryCopyTo(this string text, Span<char> destination, out int written)
    {
        written = text.Length;
        return text.AsSpan().TryCopyTo(destination);
    }
}
