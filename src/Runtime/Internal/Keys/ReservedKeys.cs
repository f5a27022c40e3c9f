namespace TypedMetadata.Internal;

/// <summary>Determines which keys are reserved. The analyzer and the runtime share it.</summary>
internal static class ReservedKeys
{
    private const string GrpcPrefix = "grpc-";

    private static readonly HashSet<string> _http = new(StringComparer.Ordinal)
    {
        "accept-encoding", "alt-svc", "connection", "content-encoding", "content-length", "content-type", "date", "expect",
        "host", "http2-settings", "keep-alive", "proxy-connection", "server", "te", "trailer", "transfer-encoding", "upgrade",
        "user-agent",
    };

    // .NET treats these as content headers, which Grpc.Net.Client does not read.
    private static readonly HashSet<string> _content = new(StringComparer.Ordinal)
    {
        "allow", "content-disposition", "content-language", "content-location", "content-md5", "content-range", "expires",
        "last-modified",
    };

    private static readonly HashSet<string> _credentialKeys = new(StringComparer.Ordinal)
    {
        "authorization", "cookie", "proxy-authorization",
    };

    private static readonly HashSet<string> _credentialSegments = new(StringComparer.Ordinal)
    {
        "credential", "jwt", "password", "secret", "token",
    };

    /// <summary>The tracing keys of gRPC, which carry bytes and may be written.</summary>
    internal static bool IsGrpcTracing(string key) => key is "grpc-trace-bin" or "grpc-tags-bin";

    /// <summary>A server's response to a client that retries (gRFC A6): milliseconds, in trailing metadata.</summary>
    internal static bool IsRetryPushback(string key) => key is "grpc-retry-pushback-ms";

    /// <summary>The keys that libraries write and applications may only read.</summary>
    internal static bool IsReadableOnly(string key) =>
        key is "user-agent" or "date" or "server" or "grpc-previous-rpc-attempts" or "grpc-status-details-bin";

    /// <summary>The keys that <c>System.Diagnostics.Activity</c> writes: W3C Trace Context and Baggage.</summary>
    internal static bool IsTraceContext(string key) => key is "traceparent" or "tracestate" or "baggage";

    /// <summary>The key that identifies the client. Grpc.Net.Client adds a value that a client sets to its own value.</summary>
    internal static bool IsOfCaller(string key) => key is "user-agent";

    /// <summary>The key with the host of a request. In a response, it is an ordinary key.</summary>
    internal static bool IsOfAddress(string key) => key is "host";

    /// <summary>The key with which a client of grpc-dotnet requests compression of its messages. It is never sent.</summary>
    internal static bool IsRequestCompression(string key) => key is "grpc-internal-encoding-request";

    /// <summary>The keys of the status and of the compression of a response. A second value would forge the response.</summary>
    internal static bool IsOwnStatus(string key) => key is "grpc-status" or "grpc-message" or "grpc-encoding" or "grpc-accept-encoding";

    /// <summary>The keys that gRPC reserves (PROTOCOL-HTTP2.md, Custom-Metadata), including the exceptions above.</summary>
    internal static bool HasGrpcPrefix(string key) => key.StartsWith(GrpcPrefix, StringComparison.Ordinal);

    /// <summary>The keys that HTTP or the gRPC protocol reserves. Writing them would lose the value, forge a header or end the connection.</summary>
    internal static bool IsOwnedByHttp(string key) => _http.Contains(key);

    /// <summary>The credential headers that HTTP allows once in a request, ignoring case.</summary>
    internal static bool IsCredentialOfHttp(string key) =>
        key.Equals("authorization", StringComparison.OrdinalIgnoreCase) || key.Equals("proxy-authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>The header fields that apply to one connection only. They must not be forwarded when a service rethrows the exception of another service.</summary>
    internal static bool IsOfHop(string key) => key is "date" or "server" or "alt-svc" or "trailer" or "x-typedmetadata";

    /// <summary>The keys that the HTTP client of .NET treats as content headers. They are lost before the first message.</summary>
    internal static bool IsContentHeader(string key) => _content.Contains(key);

    /// <summary>The keys that never belong to a prefix, because an application must not write them.</summary>
    internal static bool IsReserved(string key) => HasGrpcPrefix(key) || IsOwnedByHttp(key) || IsContentHeader(key);

    /// <summary>The keys whose names indicate a credential.</summary>
    internal static bool CarriesCredential(string key)
    {
        string name = KeyGrammar.IsBinary(key) ? key.Substring(0, key.Length - KeyGrammar.BinarySuffix.Length) : key;
        if (_credentialKeys.Contains(name))
        {
            return true;
        }

        string[] segments = name.Split('-', '_', '.');
        for (int i = 0; i < segments.Length; i++)
        {
            string next = i + 1 < segments.Length ? segments[i + 1] : "";
            string previous = i > 0 ? segments[i - 1] : "";
            bool names = (segments[i] == "api" && next == "key") || _credentialSegments.Contains(segments[i]);
            bool isPaging = segments[i] == "token" && (previous == "page" || next == "type");
            if (names && !isPaging)
            {
                return true;
            }
        }

        return false;
    }
}
