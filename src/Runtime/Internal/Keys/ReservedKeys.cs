namespace TypedMetadata.Internal;

/// <summary>Keys that are not the application's to write. Shared by the analyzer and run time.</summary>
internal static class ReservedKeys
{
    private const string GrpcPrefix = "grpc-";

    private static readonly HashSet<string> _http = new(StringComparer.Ordinal)
    {
        "accept-encoding", "alt-svc", "connection", "content-encoding", "content-length", "content-type", "date", "expect",
        "host", "http2-settings", "keep-alive", "proxy-connection", "server", "te", "trailer", "transfer-encoding", "upgrade",
        "user-agent",
    };

    // .NET sorts these among the content headers, which Grpc.Net.Client never looks at.
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

    /// <summary>gRPC's own tracing keys, which carry bytes and may be written.</summary>
    internal static bool IsGrpcTracing(string key) => key is "grpc-trace-bin" or "grpc-tags-bin";

    /// <summary>A server's response to a client that retries (gRFC A6): milliseconds, in trailing metadata.</summary>
    internal static bool IsRetryPushback(string key) => key is "grpc-retry-pushback-ms";

    /// <summary>Keys that libraries write, for anyone to read.</summary>
    internal static bool IsReadableOnly(string key) =>
        key is "user-agent" or "date" or "server" or "grpc-previous-rpc-attempts" or "grpc-status-details-bin";

    /// <summary>Keys that .NET's Activity writes: W3C Trace Context and Baggage.</summary>
    internal static bool IsTraceContext(string key) => key is "traceparent" or "tracestate" or "baggage";

    /// <summary>Says who calls. What a client sets, Grpc.Net.Client adds to its own.</summary>
    internal static bool IsOfCaller(string key) => key is "user-agent";

    /// <summary>Says whom a request is for. In a response it is a key like any other.</summary>
    internal static bool IsOfAddress(string key) => key is "host";

    /// <summary>How a client of grpc-dotnet asks for the compression of its messages. It never leaves the client.</summary>
    internal static bool IsRequestCompression(string key) => key is "grpc-internal-encoding-request";

    /// <summary>Keys with which gRPC says how a call ended and how its messages are compressed: a second one forges the response.</summary>
    internal static bool IsOwnStatus(string key) => key is "grpc-status" or "grpc-message" or "grpc-encoding" or "grpc-accept-encoding";

    /// <summary>Any key that gRPC keeps for itself (PROTOCOL-HTTP2.md, Custom-Metadata), the exceptions above included.</summary>
    internal static bool HasGrpcPrefix(string key) => key.StartsWith(GrpcPrefix, StringComparison.Ordinal);

    /// <summary>Keys that HTTP or gRPC's framing owns: lost, forged or fatal on the way.</summary>
    internal static bool IsOwnedByHttp(string key) => _http.Contains(key);

    /// <summary>Credentials that HTTP has once in a request, in either case.</summary>
    internal static bool IsCredentialOfHttp(string key) =>
        key.Equals("authorization", StringComparison.OrdinalIgnoreCase) || key.Equals("proxy-authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>Fields of a response's own hop, which come along when a service passes on what another one returned.</summary>
    internal static bool IsOfHop(string key) => key is "date" or "server" or "alt-svc" or "trailer" or "x-typedmetadata";

    /// <summary>Keys that .NET's HTTP client keeps apart as content headers: they vanish before the first message.</summary>
    internal static bool IsContentHeader(string key) => _content.Contains(key);

    /// <summary>Keys that never belong to a prefix: all that the application may not write.</summary>
    internal static bool IsReserved(string key) => HasGrpcPrefix(key) || IsOwnedByHttp(key) || IsContentHeader(key);

    /// <summary>Keys that by their name carry a credential.</summary>
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
