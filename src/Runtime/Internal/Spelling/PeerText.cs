using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TypedMetadata.Internal;

/// <summary>Formats and parses addresses in the form of gRPC (naming.md).</summary>
internal static class PeerText
{
    private const string Unknown = "unknown";
    private const string EmptyHost = "//";
    private const string EscapedBracket = "%5B";
    private const string EscapedPercent = "25";
    private const string EscapedNul = "%00";

    private static readonly (string Scheme, PeerKind Kind)[] _schemes =
    [
        (Unknown, PeerKind.Unknown), ("ipv4", PeerKind.IPv4), ("ipv6", PeerKind.IPv6), ("unix", PeerKind.Unix), ("unix-abstract", PeerKind.UnixAbstract),
    ];

    internal static string Format(PeerKind kind, IPAddress? ip, int port, string? path)
    {
        string scheme = _schemes.Single(known => known.Kind == kind).Scheme;
        return ip is null && path is null ? scheme
            : ip is null ? $"{scheme}:{(StartsLikeHost(path!) ? EmptyHost : "")}{EncodePath(path!)}"
            : ip.AddressFamily == AddressFamily.InterNetworkV6 ? string.Create(CultureInfo.InvariantCulture, $"{scheme}:[{ip.ToString().Replace("%", "%25", StringComparison.Ordinal)}]:{port}")
            : string.Create(CultureInfo.InvariantCulture, $"{scheme}:{ip}:{port}");
    }

    internal static bool TryParse(string? text, out PeerKind kind, out IPEndPoint? address, out string? path)
    {
        kind = PeerKind.Unknown;
        address = null;
        path = null;
        if (string.IsNullOrEmpty(text) || text.Equals(Unknown, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        int colon = text.IndexOf(':');
        if (colon < 0 || text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return false;
        }

        int known = Array.FindIndex(_schemes, row => text.AsSpan(0, colon).Equals(row.Scheme, StringComparison.OrdinalIgnoreCase));
        string rest = text[(colon + 1)..];
        kind = known < 0 ? default : _schemes[known].Kind;
        return known >= 0 && kind switch
        {
            PeerKind.IPv4 => TryParseIPv4(rest, out address),
            PeerKind.IPv6 => TryParseIPv6(rest, out address),
            PeerKind.Unix => TryParsePath(rest, mayHoldNul: false, out path),
            PeerKind.UnixAbstract => TryParsePath(rest, mayHoldNul: true, out path),
            _ => TryParseIPv4(rest, out address) || TryParseIPv6(rest, out address),
        };
    }

    private static bool TryParseIPv4(string text, [NotNullWhen(true)] out IPEndPoint? address) =>
        TryParse(text, text.LastIndexOf(':'), text.AsSpan(0, int.Max(0, text.LastIndexOf(':'))), AddressFamily.InterNetwork, out address);

    // The percent sign of a zone is escaped inside brackets (RFC 6874) and raw in the text of .NET. If the brackets are escaped, the rest was escaped twice.
    private static bool TryParseIPv6(string text, [NotNullWhen(true)] out IPEndPoint? address)
    {
        address = null;
        bool wasEscaped = text.StartsWith(EscapedBracket, StringComparison.OrdinalIgnoreCase);
        if (wasEscaped && !PercentEncoding.TryDecode(text, out text!))
        {
            return false;
        }

        int end = text.IndexOf(']');
        if (!text.StartsWith('[') || end < 0)
        {
            return false;
        }

        string ip = text[1..end];
        int zone = ip.IndexOf('%') + 1;
        bool isZoneEscaped = !wasEscaped && zone > 0 && ip.Length > zone + EscapedPercent.Length && ip.AsSpan(zone).StartsWith(EscapedPercent);
        return TryParse(text, end + 1, isZoneEscaped ? ip.Remove(zone, EscapedPercent.Length) : ip, AddressFamily.InterNetworkV6, out address);
    }

    private static bool TryParse(string text, int colon, ReadOnlySpan<char> host, AddressFamily family, [NotNullWhen(true)] out IPEndPoint? address)
    {
        address = null;
        if (colon < 0 || colon >= text.Length || text[colon] != ':'
            || !AddressSpelling.IsStrict(host) || !IPAddress.TryParse(host, out IPAddress? ip) || ip.AddressFamily != family)
        {
            return false;
        }

        ReadOnlySpan<char> digits = text.AsSpan(colon + 1);
        if (!NumberSpelling.IsCanonicalInteger(digits) || !ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
        {
            return false;
        }

        address = new IPEndPoint(ip, port);
        return true;
    }

    // The form is unix:path, or a URI with an empty host: unix:///path. gRPC Core accepts no other host, also for abstract names.
    private static bool TryParsePath(string text, bool mayHoldNul, [NotNullWhen(true)] out string? path)
    {
        path = null;
        if (StartsLikeHost(text) && !text.StartsWith(EmptyHost + '/', StringComparison.Ordinal))
        {
            return false;
        }

        string escaped = StartsLikeHost(text) ? text[EmptyHost.Length..] : text;
        List<string> parts = [];
        foreach (string part in mayHoldNul ? escaped.Split(EscapedNul) : [escaped])
        {
            if (!PercentEncoding.TryDecode(part, out string? decoded))
            {
                return false;
            }

            parts.Add(decoded);
        }

        path = string.Join('\0', parts);
        return true;
    }

    // Unlike other percent-encoded text, the name of an abstract socket may contain NUL.
    private static string EncodePath(string path) => string.Join(EscapedNul, path.Split('\0').Select(part => PercentEncoding.Encode(part, commas: false)));

    private static bool StartsLikeHost(string path) => path.StartsWith(EmptyHost, StringComparison.Ordinal);
}
