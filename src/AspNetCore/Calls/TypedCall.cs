using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetadata;

/// <summary>
/// What we keep of one call while it runs: a feature of its <see cref="HttpContext"/>. It is one object and not several, since each feature is one
/// more that Kestrel has to find and make room for at every call.
/// </summary>
/// <param name="http">The call's request and response.</param>
/// <param name="arrival">When the request arrived, as a timestamp of the server's clock.</param>
internal sealed class TypedCall(HttpContext http, long arrival)
{
    private const string HttpContextKey = "__HttpContext";
    private object? _identity;
    private PendingInitial? _initial;
    private PendingTrailers? _trailers;
    private ConcurrentDictionary<Type, object>? _read;
    private ConcurrentDictionary<(Type Record, MetadataDirections Direction), bool>? _written;
    private bool _hasEnded;

    /// <summary>When the request arrived, as a timestamp of the server's clock.</summary>
    internal long Arrival { get; } = arrival;

    /// <summary>What the request says of its deadline, once that was read.</summary>
    internal CallDeadline? ReadDeadline { get; set; }

    /// <summary>Tells this call from others, and holds nothing of it.</summary>
    internal object Identity => Made(ref _identity) ?? Make(ref _identity, new object());

    internal Endpoint? Endpoint => http.GetEndpoint();

    internal CallScope Scope => http.RequestServices.GetRequiredService<CallScope>();

    internal HttpResponse Response => http.Response;

    internal ResponseSize Size => http.RequestServices.GetRequiredService<ResponseSize>();

    /// <summary>Initial metadata that waits, made when the first is added.</summary>
    internal PendingInitial Initial => Made(ref _initial) ?? Make(ref _initial, new PendingInitial(http.Response));

    internal bool HasInitial => Made(ref _initial) is { IsEmpty: false };

    /// <summary>Trailing metadata, made when the first is set.</summary>
    internal PendingTrailers Trailers => Made(ref _trailers) ?? Make(ref _trailers, new PendingTrailers(http, Size.Most));

    internal Deadline Deadline => http.RequestServices.GetRequiredService<CallDeadlines>().Of(http).Value;

    internal Peer Peer => ConnectionPeer.Of(http);

    /// <summary>Reads a record of the request, or answers the one that is kept.</summary>
    internal bool TryRead<T>([MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        errors = [];
        if (_read?.TryGetValue(typeof(T), out object? known) == true)
        {
            value = (T)known!;
            return true;
        }

        return HeaderSource.TryRead(http.Request.Headers, out value, out errors);
    }

    /// <summary>Keeps a record that is asked for again: one that the method declares, or that goes on to other services.</summary>
    internal void Keep<T>(T value)
        where T : IGrpcMetadata<T> => LazyInitializer.EnsureInitialized(ref _read)[typeof(T)] = value;

    /// <summary>Notes that a record was written, where the method declares any.</summary>
    internal void Wrote<T>(MetadataDirections direction)
    {
        if (Endpoint?.Metadata.GetMetadata<IAnswerContract>() is not null)
        {
            LazyInitializer.EnsureInitialized(ref _written)[(typeof(T), direction)] = true;
        }
    }

    internal bool HasWritten(Type record, MetadataDirections direction) => _written?.ContainsKey((record, direction)) == true;

    /// <summary>The call, or null for a test double without an <see cref="HttpContext"/>.</summary>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    internal static TypedCall? Of(ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpContextOf(context) is not HttpContext http)
        {
            return null;
        }

        StopIfAnothers(context, http);
        return http.Features.Get<TypedCall>()
            ?? http.RequestServices.GetService<CallDeadlines>()?.Arrive(http)
            ?? throw new InvalidOperationException("Typed metadata is not set up on this server: write services.AddGrpc().AddTypedMetadata().");
    }

    /// <summary>The call, to which more can be added, or null for a test double without an <see cref="HttpContext"/>.</summary>
    /// <exception cref="InvalidOperationException">The handler has returned and its answer is on the way, or the server was built without <c>AddTypedMetadata()</c>.</exception>
    internal static TypedCall? OfRunning(ServerCallContext context)
    {
        TypedCall? call = Of(context);
        return call is { _hasEnded: true, Response.HasStarted: true } ? throw Ended() : call;
    }

    /// <summary>The handler has returned: what is added from now on may miss the answer.</summary>
    internal void End()
    {
        Made(ref _trailers)?.Settle();
        _hasEnded = true;
    }

    /// <summary>The method as its service names it. A caller may spell it in other ways: routes ignore case, and a slash at the end.</summary>
    internal static string MethodOf(ServerCallContext context) =>
        HttpContextOf(context)?.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName ?? context.Method;

    // Parallel tasks of a handler may ask at once.
    private static T? Made<T>(ref T? kept)
        where T : class => Volatile.Read(ref kept);

    private static T Make<T>(ref T? kept, T made)
        where T : class => Interlocked.CompareExchange(ref kept, made, null) ?? made;

    // A context that was kept beyond its call leads to an HttpContext that serves another caller by now, or none.
    private static void StopIfAnothers(ServerCallContext context, HttpContext http)
    {
        try
        {
            if (context is IServerCallContextFeature && !ReferenceEquals(http.Features.Get<IServerCallContextFeature>(), context))
            {
                throw Ended();
            }
        }
        catch (ObjectDisposedException)
        {
            throw Ended();
        }
    }

    private static InvalidOperationException Ended() =>
        new("The call has ended: read and write its metadata before its handler returns, and keep the values, not the ServerCallContext.");

    // grpc-dotnet's own context is the feature; a context that somebody wraps around it has the HttpContext in its user state.
    internal static HttpContext? HttpContextOf(ServerCallContext context) =>
        context is IServerCallContextFeature ? context.GetHttpContext()
        : context.UserState.TryGetValue(HttpContextKey, out object? http) ? http as HttpContext
        : null;
}
