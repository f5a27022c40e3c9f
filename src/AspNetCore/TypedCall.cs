using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetadata;

/// <summary>What we keep of one call while it runs: a feature of its <see cref="HttpContext"/>.</summary>
internal sealed class TypedCall
{
    private const string HttpContextKey = "__HttpContext";
    private readonly HttpContext _http;

    private TypedCall(HttpContext http)
    {
        _http = http;
        Trailers = new PendingTrailers(http);
    }

    /// <summary>Tells this call from others, and holds nothing of it.</summary>
    internal object Identity { get; } = new();

    internal IHeaderDictionary RequestHeaders => _http.Request.Headers;

    internal HttpResponse Response => _http.Response;

    internal PendingTrailers Trailers { get; }

    internal Deadline Deadline => _http.RequestServices.GetRequiredService<CallDeadlines>().Of(_http).Value;

    internal Peer Peer => ConnectionPeer.Of(_http);

    /// <summary>The call, or null for a test double without an <see cref="HttpContext"/>.</summary>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    internal static TypedCall? Of(ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpContextOf(context) is not HttpContext http)
        {
            return null;
        }

        if (http.Features.Get<TypedCall>() is TypedCall known)
        {
            return known;
        }

        if (http.RequestServices.GetService<TypedMetadataInterceptor>() is null)
        {
            throw new InvalidOperationException("Typed metadata is not set up on this server: write services.AddGrpc().AddTypedMetadata().");
        }

        TypedCall call = new(http);
        http.Features.Set(call);
        return call;
    }

    /// <summary>The call if any typed method was used on it.</summary>
    internal static TypedCall? Find(ServerCallContext context) => HttpContextOf(context)?.Features.Get<TypedCall>();

    // grpc-dotnet's own context is the feature; a context that somebody wraps around it has the HttpContext in its user state.
    internal static HttpContext? HttpContextOf(ServerCallContext context) =>
        context is IServerCallContextFeature ? context.GetHttpContext()
        : context.UserState.TryGetValue(HttpContextKey, out object? http) ? http as HttpContext
        : null;
}
