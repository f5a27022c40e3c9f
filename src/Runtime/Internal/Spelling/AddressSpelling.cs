using System.Buffers;
using System.Globalization;

namespace TypedMetadata.Internal;

/// <summary>
/// Validates the text of IP addresses. <c>IPAddress</c> also parses <c>1</c> as 0.0.0.1, <c>010.0.0.1</c> as 8.0.0.1, and brackets with a port. Such forms would bypass an
/// allow-list of texts.
/// </summary>
internal static class AddressSpelling
{
    private static readonly SearchValues<char> _ipv6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    internal static bool IsStrict(ReadOnlySpan<char> text) => text.Contains(':') ? IsIPv6(text) : IsDottedQuad(text);

    private static bool IsIPv6(ReadOnlySpan<char> text)
    {
        int zone = text.IndexOf('%');
        ReadOnlySpan<char> address = zone < 0 ? text : text[..zone];
        return !address.ContainsAnyExcept(_ipv6)
            && (zone < 0 || IsZone(text[(zone + 1)..]));
    }

    // IPAddress ignores a number that is too large.
    private static bool IsZone(ReadOnlySpan<char> zone) =>
        !zone.ContainsAnyExceptInRange('0', '9') && uint.TryParse(zone, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsDottedQuad(ReadOnlySpan<char> text)
    {
        Span<Range> ranges = stackalloc Range[5];
        int parts = text.Split(ranges, '.');
        foreach (Range range in ranges[..parts])
        {
            ReadOnlySpan<char> part = text[range];
            if (part.Length > 3 || !NumberSpelling.IsCanonicalInteger(part) || part[0] == '-')
            {
                return false;
            }
        }

        return parts == 4;
    }
}
