using System.Net.Http.Headers;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Calculates the size of the headers that HttpClient sends, as PROTOCOL-HTTP2.md counts it.</summary>
internal static class RequestBlock
{
    /// <summary>Returns the size of the pseudo-header fields and of the content headers: all but the request headers.</summary>
    internal static int SizeAroundHeaders(HttpRequestMessage request) =>
        WireSize.Of(":method", request.Method.Method)
        + SizeOfAddress(request.RequestUri, request.Headers.Host)
        + (request.Content is HttpContent content ? SizeOfAll(content.Headers.NonValidated) : 0);

    // HttpClient sends a Host header as ":authority", in place of the host of the address.
    private static int SizeOfAddress(Uri? address, string? host) => address is null
        ? 0
        : WireSize.Of(":scheme", address.Scheme) + WireSize.Of(":path", address.AbsolutePath)
            + (host is null ? WireSize.Of(":authority", address.IdnHost) + SizeOfBracketsAndPort(address) : ":authority".Length - "host".Length);

    // Uri.Authority is not used because it allocates a string and is not ASCII for international names.
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

    /// <summary>Returns the size of the fields of a key.</summary>
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
