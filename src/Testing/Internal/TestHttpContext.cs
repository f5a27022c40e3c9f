using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace TypedMetadata.Testing;

/// <summary>
/// Provides the <see cref="HttpContext"/> of a test call. The typed extension methods store their state in it, so they behave as on a server.
/// </summary>
internal sealed class TestHttpContext
{
    // The key under which grpc-dotnet and the typed extension methods find the HttpContext of a context that is not grpc-dotnet's.
    private const string UserStateKey = "__HttpContext";

    private static readonly Lazy<IServiceProvider> _services = new(() =>
    {
        ServiceCollection services = new();
        services.AddLogging().AddGrpc().AddTypedMetadata();
        return services.BuildServiceProvider();
    });

    private readonly DefaultHttpContext _http = new() { RequestServices = _services.Value };
    private readonly CallState _call;
    private readonly Arrival _arrival = new(0);

    internal TestHttpContext(ServerCallContext context)
    {
        _http.Features.Set<IServerCallContextFeature>(_call = new CallState(_http, context, _services.Value.GetRequiredService<CallServices>()));
        _http.Features.Set(_arrival);
        _http.Features.Set<IHttpResponseFeature>(Response);
        _http.Features.Set<IHttpResponseTrailersFeature>(Response);
        _http.Items[UserStateKey] = _http;
        _http.Request.Method = HttpMethods.Post;
        _http.Request.Protocol = HttpProtocol.Http2;
        _http.Request.Path = "/test.Service/Method";
        _http.Request.Host = new HostString("localhost");
        Deadline = Deadline.Infinite;
        Peer = Peer.FromEndPoint(null);
    }

    internal HttpRequest Request => _http.Request;

    internal TestResponse Response { get; } = new();

    internal IDictionary<object, object?> Items => _http.Items;

    internal CancellationToken Aborted
    {
        get => _http.RequestAborted;
        set => _http.RequestAborted = value;
    }

    internal Deadline Deadline
    {
        get => _call.Services.Deadlines.Of(_http).Value;
        set => _arrival.Deadline = new CallDeadline(value);
    }

    internal Peer Peer
    {
        get => ConnectionPeer.Of(_http);
        set
        {
            TestConnection connection = new(value);
            connection.Features.Set<ITlsConnectionFeature>(connection);
            _http.Features.Set<IConnectionIdFeature>(connection);
        }
    }

    /// <summary>Returns the response headers, including initial metadata that has not been sent yet.</summary>
    internal Metadata InitialMetadata()
    {
        HeaderDictionary headers = [];
        foreach ((string key, StringValues fields) in Response.Headers.Concat(_call.Initial.Fields()))
        {
            headers[key] = fields;
        }

        return WireEntries.Of(headers);
    }

    /// <summary>Returns the trailers. Values of records take precedence over raw trailers.</summary>
    internal Metadata TrailingMetadata(ServerCallContext context)
    {
        HeaderDictionary trailers = [];
        WireEntries.AppendSendable(context.ResponseTrailers, trailers);
        foreach ((string key, StringValues fields) in Response.Trailers)
        {
            trailers[key] = fields;
        }

        return WireEntries.Of(trailers);
    }
}
