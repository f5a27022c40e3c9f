using System.Net.Http.Headers;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The header block of a request as HttpClient will send it, in the size that PROTOCOL-HTTP2.md counts.</summary>
internal static class RequestBlock
{
    /// <summary>What HTTP's own fields take and those of the content: all but the request's headers.</summary>
    internal static int SizeAroundHeaders(HttpRequestMessage request) =>
        WireSize.Of(":method", request.Method.Method)
        + SizeOfAddress(request.RequestUri, request.Headers.Host)
        + (request.Content is HttpContent content ? SizeOfAll(content.Headers.NonValidated) : 0);

    // HttpClient sends a host that was set in place of the address's, as ":authority" and not as "host".
    private static int SizeOfAddress(Uri? address, string? host) => address is null
        ? 0
        : WireSize.Of(":scheme", address.Scheme) + WireSize.Of(":path", address.AbsolutePath)
            + (host is null ? WireSize.Of(":authority", address.IdnHost) + SizeOfBracketsAndPort(address) : ":authority".Length - "host".Length);

    // Not Uri.Authority, which makes a new string each time, and has no ASCII form of other names.
    private static int SizeOfBracketsAndPort(Uri address) =>
        (address.HostNameType == UriHostNameType.IPv6 ? "[]".Length : 0) + (address.IsDefaultPort ? 0 : ":".Length + Digits(address.Port));

    private static int Digits(int port) => port switch
    {
        < 10 => 1,
        < 100 => 2,
        < 1_000 => 3,
        < 10_000 => 4,
        _ => 5,
    };

    private static int SizeOfAll(HttpHeadersNonValidated headers)
    {
        int size = 0;
        foreach ((string key, HeaderStringValues values) in headers)
        {
            size += SizeOf(key, values);
        }

        return size;
    }

    /// <summary>What the fields of one key take.</summary>
    internal static int SizeOf(string key, HeaderStringValues values)
    {
        int size = 0;
        foreach (string value in values)
        {
            size += WireSize.Of(key, value);
        }

        return size;
    }
}
