namespace Greeter;

/// <summary>
/// Keeps the header fields of the last call as they went over the wire: request fields as the server's HTTP layer received them,
/// response fields and trailers as the client's HTTP layer did. Nothing here is composed; it is only copied.
/// </summary>
internal sealed class WireTap
{
    private List<WireField> _request = [];
    private List<WireField> _initial = [];
    private HttpResponseMessage? _response;

    internal IReadOnlyList<WireField> Request => _request;

    internal IReadOnlyList<WireField> Initial => _initial;

    internal IReadOnlyList<WireField> Trailing => _response is null ? [] : Copy(_response.TrailingHeaders.NonValidated);

    /// <summary>A middleware in front of gRPC.</summary>
    internal Task WatchServerAsync(HttpContext context, RequestDelegate next)
    {
        _request = [.. context.Request.Headers.SelectMany(header => header.Value.Select(value => new WireField(header.Key, value ?? "")))];
        return next(context);
    }

    /// <summary>A handler between <c>TypedMetadataHandler</c> and the network.</summary>
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
