using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>A call as a typed method finds it.</summary>
/// <param name="Http">Its request and response.</param>
/// <param name="Context">grpc-dotnet's own context; null in a test double that has an <see cref="HttpContext"/>.</param>
/// <param name="Services">What the calls of the server need.</param>
/// <param name="State">What was kept of the call when it was found, if anything was.</param>
internal readonly record struct ServerCall(HttpContext Http, ServerCallContext? Context, CallServices Services, CallState? State)
{
    private const string GrpcContentType = "application/grpc";

    // grpc-dotnet's own context is the feature; a context that somebody wraps around it has the HttpContext in its user state.
    private const string HttpContextKey = "__HttpContext";

    /// <summary>What is kept of the call from now on.</summary>
    internal CallState EnsureState() => State ?? CallState.Ensure(Http, Services);

    /// <summary>Finds the call of a context. False for a test double without an <see cref="HttpContext"/>.</summary>
    /// <exception cref="InvalidOperationException">The call has ended, or the server was built without <c>AddTypedMetadata()</c>.</exception>
    internal static bool TryGet(ServerCallContext context, out ServerCall call)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpContextOf(context) is not HttpContext http)
        {
            call = default;
            return false;
        }

        IServerCallContextFeature? feature = FeatureOf(http);

        // A context that was kept beyond its call leads to an HttpContext that serves another caller by now, or none.
        ServerCallContext? own = feature?.ServerCallContext;
        if (context is IServerCallContextFeature && !ReferenceEquals(own, context))
        {
            throw Ended();
        }

        CallState? state = feature as CallState;
        call = new ServerCall(http, own, state?.Services ?? ServicesOf(http), state);
        return true;
    }

    /// <summary>The call that a request has become.</summary>
    internal static ServerCall Of(HttpContext http, CallServices services)
    {
        IServerCallContextFeature? feature = FeatureOf(http);
        return new ServerCall(http, feature?.ServerCallContext, services, feature as CallState);
    }

    /// <summary>The response, to add initial metadata to. The caller holds the lock of <see cref="Http"/>.</summary>
    /// <exception cref="InvalidOperationException">The call has ended, or its response has started.</exception>
    internal IHttpResponseFeature ResponseBeforeStart()
    {
        IHttpResponseFeature response = ResponseOf(Http);
        return EndedCall.Is(this) || ResponseTrailers.HaveStatus(response, Http) ? throw Ended()
            : response.HasStarted ? throw new InvalidOperationException(
                "Initial metadata has already been sent, by an earlier WriteInitialMetadataAsync or with the first message. Write it once, before the first message, or send the values as trailing metadata.")
            : response;
    }

    /// <summary>Reads a record of the request, or returns the one that is kept.</summary>
    internal bool TryRead<T>([MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        if (State is not null && State.TryGetRead(out value))
        {
            errors = [];
            return true;
        }

        return HeaderSource.TryRead(Http.Request.Headers, out value, out errors);
    }

    /// <summary>Notes that a record was written, where the method declares any.</summary>
    internal void NoteWritten<T>(MetadataPositions position)
    {
        if (Http.GetEndpoint()?.Metadata.GetMetadata<IResponseContract>() is not null)
        {
            EnsureState().NoteWritten(typeof(T), position);
        }
    }

    /// <summary>The method as its service names it. A caller may spell it in other ways: routes ignore case, and a slash at the end.</summary>
    internal static string MethodOf(ServerCallContext context) =>
        HttpContextOf(context)?.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName ?? context.Method;

    internal static HttpContext? HttpContextOf(ServerCallContext context) =>
        context is IServerCallContextFeature ? context.GetHttpContext()
        : context.UserState is IDictionary<object, object> state && state.TryGetValue(HttpContextKey, out object? http) ? http as HttpContext
        : null;

    /// <summary>Whether a call came as gRPC, and not as JSON that is transcoded. By the request's feature, as the response.</summary>
    internal static bool IsGrpc(HttpContext http) => http.Features.Get<IHttpRequestFeature>() is IHttpRequestFeature request && IsGrpc(request.Headers.ContentType.ToString());

    internal static bool IsGrpc(string? contentType) => contentType?.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What a test double without an <see cref="HttpContext"/> has for something that every real call has.</summary>
    /// <exception cref="InvalidOperationException">A mock has nothing.</exception>
    internal static T OfDouble<T>(T? value, string member)
        where T : class =>
        value ?? throw new InvalidOperationException($"'{member}' returns null on this mocked ServerCallContext. Pass a TestServerCallContext from the package TypedMetadata.Testing to the handler, or set up {member} on the mock.");

    /// <summary>The response. <c>HttpContext.Response</c> would meet null references in a context that is being taken down while a task of the handler goes on.</summary>
    /// <exception cref="InvalidOperationException">The call has ended.</exception>
    internal static IHttpResponseFeature ResponseOf(HttpContext http) => http.Features.Get<IHttpResponseFeature>() ?? throw Ended();

    internal static IServerCallContextFeature? FeatureOf(HttpContext http)
    {
        try
        {
            return http.Features.Get<IServerCallContextFeature>();
        }
        catch (ObjectDisposedException)
        {
            throw Ended();
        }
    }

    internal static InvalidOperationException Ended() =>
        new("The call has ended. Read and write its metadata before its handler returns, and do not store the ServerCallContext.");

    // By its feature, as the response: grpc-dotnet has asked for the services of a running call, so that they are there.
    private static CallServices ServicesOf(HttpContext http)
    {
        IServiceProvider services = http.Features.Get<IServiceProvidersFeature>()?.RequestServices ?? throw Ended();
        return services.GetService<CallServices>()
            ?? throw new InvalidOperationException("Typed metadata is not set up on this server. Call services.AddGrpc().AddTypedMetadata().");
    }
}
