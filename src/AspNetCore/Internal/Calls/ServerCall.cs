using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>A call of a server, for the typed extension methods.</summary>
/// <param name="Http">The request and the response.</param>
/// <param name="Context">The context of grpc-dotnet, or null in a test double that has an <see cref="HttpContext"/>.</param>
/// <param name="Services">The services that every call uses.</param>
/// <param name="State">The state of the call, or null if there is none yet.</param>
internal readonly record struct ServerCall(HttpContext Http, ServerCallContext? Context, CallServices Services, CallState? State)
{
    private const string GrpcContentType = "application/grpc";

    // The context of grpc-dotnet is the feature. A context that wraps it has the HttpContext in its user state.
    private const string HttpContextKey = "__HttpContext";

    /// <summary>Returns the state of the call, and creates it if there is none yet.</summary>
    internal CallState EnsureState() => State ?? CallState.Ensure(Http, Services);

    /// <summary>Finds the call of a context. It returns false for a test double without an <see cref="HttpContext"/>.</summary>
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

        // If a context is used after its call, its HttpContext may already serve another call.
        ServerCallContext? own = feature?.ServerCallContext;
        if (context is IServerCallContextFeature && !ReferenceEquals(own, context))
        {
            throw Ended();
        }

        CallState? state = feature as CallState;
        call = new ServerCall(http, own, state?.Services ?? ServicesOf(http), state);
        return true;
    }

    /// <summary>Returns the call of a request.</summary>
    internal static ServerCall Of(HttpContext http, CallServices services)
    {
        IServerCallContextFeature? feature = FeatureOf(http);
        return new ServerCall(http, feature?.ServerCallContext, services, feature as CallState);
    }

    /// <summary>Returns the response if initial metadata can still be added. The caller holds the lock of <see cref="Http"/>.</summary>
    /// <exception cref="InvalidOperationException">The call has ended, or its response has started.</exception>
    internal IHttpResponseFeature ResponseBeforeStart()
    {
        IHttpResponseFeature response = ResponseOf(Http);
        return EndedCall.Is(this) || ResponseTrailers.HaveStatus(response, Http) ? throw Ended()
            : response.HasStarted ? throw new InvalidOperationException(
                "Initial metadata has already been sent, by an earlier WriteInitialMetadataAsync or with the first message. Write it once, before the first message, or send the values as trailing metadata.")
            : response;
    }

    /// <summary>Reads a record of the request, or returns a stored one.</summary>
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

    /// <summary>Notes that a record without required keys was written, if the method declares response metadata. Other records are recognized by their required keys.</summary>
    internal void NoteWritten<T>(MetadataPositions position)
        where T : IGrpcMetadata<T>
    {
        if (T.Descriptor.Layout.RequiredKeys.Length == 0 && Http.GetEndpoint()?.Metadata.GetMetadata<IResponseContract>() is not null)
        {
            EnsureState().NoteWritten(typeof(T), position);
        }
    }

    /// <summary>Returns the full name of the method as its service declares it. The request path may differ, because routing ignores case and a final slash.</summary>
    internal static string MethodOf(ServerCallContext context) =>
        HttpContextOf(context)?.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName ?? context.Method;

    internal static HttpContext? HttpContextOf(ServerCallContext context) =>
        context is IServerCallContextFeature ? context.GetHttpContext()
        : context.UserState is IDictionary<object, object> state && state.TryGetValue(HttpContextKey, out object? http) ? http as HttpContext
        : null;

    /// <summary>Returns a value that indicates whether a request is a gRPC request, and not a JSON-transcoded one.</summary>
    internal static bool IsGrpc(HttpContext http) => http.Features.Get<IHttpRequestFeature>() is IHttpRequestFeature request && IsGrpc(request.Headers.ContentType.ToString());

    internal static bool IsGrpc(string? contentType) => contentType?.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Returns the value of a member of a test double without an <see cref="HttpContext"/>.</summary>
    /// <exception cref="InvalidOperationException">The member of a mock returns null.</exception>
    internal static T OfDouble<T>(T? value, string member)
        where T : class =>
        value ?? throw new InvalidOperationException($"'{member}' returns null on this mocked ServerCallContext. Pass a TestServerCallContext from the package TypedMetadata.Testing to the handler, or set up {member} on the mock.");

    /// <summary>Returns the response. <c>HttpContext.Response</c> would throw a <see cref="NullReferenceException"/> if the context is being reset while a task of the handler runs.</summary>
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

    // grpc-dotnet has already created the services of a running call, so the feature has them.
    private static CallServices ServicesOf(HttpContext http)
    {
        IServiceProvider services = http.Features.Get<IServiceProvidersFeature>()?.RequestServices ?? throw Ended();
        return services.GetService<CallServices>()
            ?? throw new InvalidOperationException("Typed metadata is not set up on this server. Call services.AddGrpc().AddTypedMetadata().");
    }
}
