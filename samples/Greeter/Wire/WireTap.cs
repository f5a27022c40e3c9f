namespace Greeter;

/// <summary>
/// Captures the header fields of the last call as they are on the wire: the request headers that the server received, and the
/// response headers and trailers that the client received.
/// </summary>
internal sealed class WireTap
{
    private List<WireField> _request = [];
    private List<WireField> _initial = [];
    private HttpResponseMessage? _response;

    internal IReadOnlyList<WireField> Request => _request;

    internal IReadOnlyList<WireField> Initial => _initial;

    internal IReadOnlyList<WireField> Trailing => _response is null ? [] : Copy(_response.TrailingHeaders.NonValidated);

    /// <summary>Middleware that captures the request headers before gRPC handles the call.</summary>
    internal Task WatchServerAsync(HttpContext context, RequestDelegate next)
    {
        _request = [.. context.Request.Headers.SelectMany(header => header.Value.Select(value => new WireField(header.Key, value ?? "")))];
        return next(context);
    }

    /// <summary>Creates a handler that captures the response between <c>TypedMetadataHandler</c> and the network.</summary>
    internal DelegatingHandler WatchClient(HttpMessageHandler network) => new ClientTap(this, network);

    private static List<WireField> Copy(System.Net.Http.Headers.HttpHeadersNonValidated headers) =>
        [.. headers.SelectMany(header => header.Value.Select(value => new WireField(header.Key, value)))];

    private sealed class ClientTap(WireTap tap, HttpMessageHandler network) : DelegatingHandler(network)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            tap._initial = Copy(response.Headers.NonValidated);
            tap._response = response;
            return response;
        }
    }
}

/// <summary>A header field.</summary>
internal sealed record WireField(string Name, string Value)
{
    public override string ToString() => $"{Name}: {Value}";
}
