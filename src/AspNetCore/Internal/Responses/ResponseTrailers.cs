using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// Writes trailing metadata to the trailers of a response. If the response is a Trailers-Only response, a callback moves the trailers to the headers when the response starts.
/// </summary>
/// <remarks>
/// It is thread-safe, because parallel tasks of a handler may write. Kestrel creates the collection of trailers on first access, and could create two for parallel tasks.
/// </remarks>
internal static class ResponseTrailers
{
    private static readonly Func<object, Task> _place = static http =>
    {
        Place((HttpContext)http);
        return Task.CompletedTask;
    };

    /// <summary>Returns a value that indicates whether the status of the call has been written to the headers or the trailers.</summary>
    internal static bool HaveStatus(HttpContext http) => HaveStatus(ServerCall.ResponseOf(http), http);

    /// <inheritdoc cref="HaveStatus(HttpContext)"/>
    internal static bool HaveStatus(IHttpResponseFeature response, HttpContext http) =>
        HaveStatus(response, response.HasStarted ? OwnOf(http) : null);

    /// <summary>Returns the trailers of the response, or a substitute if the server does not support trailers.</summary>
    internal static IHeaderDictionary Of(ServerCall call) => OwnOf(call.Http) ?? call.EnsureState().TrailersInPlace;

    /// <summary>Returns the trailers of the response, or null if there are none yet.</summary>
    internal static IHeaderDictionary? Find(HttpContext http, CallState? state) => OwnOf(http) ?? state?.TrailersInPlaceIfAny;

    /// <summary>Replaces the trailers of all keys of a record, atomically.</summary>
    /// <param name="call">The call.</param>
    /// <param name="writer">The encoded record.</param>
    /// <param name="context">The context that the service has.</param>
    /// <param name="leftOut">A list that receives an error for each key that is left out because the trailers are too large, or null to throw an exception instead.</param>
    /// <exception cref="InvalidOperationException">The call has ended.</exception>
    /// <exception cref="MetadataException">The trailers would be too large.</exception>
    internal static void Set<T>(ServerCall call, ref MetadataWriter writer, ServerCallContext context, List<MetadataError>? leftOut = null)
        where T : IGrpcMetadata<T>
    {
        // Reading the trailers creates their collection, and grpc-dotnet may do the same once the handler has returned. So the lock comes first.
        lock (call.Http)
        {
            IHttpResponseFeature response = ServerCall.ResponseOf(call.Http);
            if (EndedCall.Is(call))
            {
                throw ServerCall.Ended();
            }

            IHeaderDictionary? own = OwnOf(call.Http);
            if (HaveStatus(response, own))
            {
                throw ServerCall.Ended();
            }

            IHeaderDictionary trailers = own ?? call.EnsureState().TrailersInPlace;
            List<KeyValuePair<string, int>>? others = WireFields.SizesBeside<T>(trailers);
            if (leftOut is not null)
            {
                KestrelFrame.LeaveOut(ref writer, leftOut);
                writer.Shrink(call.Services.Size.Most - (others?.Sum(static one => one.Value) ?? 0), nameof(TypedMetadataServerOptions.MaxResponseMetadataSize), leftOut);
            }

            call.Services.Size.Check<T>(in writer, others, MetadataPositions.Trailing, context);
            WireFields.Write(in writer, trailers);
            PlaceAtStart(call, response);
            if (HaveStatus(response, own))
            {
                // The deadline has written the status, which may have been sent without the trailers.
                throw ServerCall.Ended();
            }
        }
    }

    /// <summary>Registers a callback that moves the trailers to the headers of a Trailers-Only response. It may be called more than once.</summary>
    internal static void PlaceAtStart(ServerCall call) => PlaceAtStart(call, ServerCall.ResponseOf(call.Http));

    private static void PlaceAtStart(ServerCall call, IHttpResponseFeature response)
    {
        if (!response.HasStarted)
        {
            try
            {
                response.OnStarting(_place, call.Http);
                return;
            }
            catch (InvalidOperationException) when (response.HasStarted)
            {
                // The response has started in the meantime, so it is not a Trailers-Only response.
            }
        }

        if (CallState.Find(call.Http) is CallState state)
        {
            MoveToTrailers(state, call.Http);
        }
    }

    // Before the response starts, gRPC-Web checks for trailers to decide whether its body ends with them. Trailers that may become headers must not be visible then.
    private static IHeaderDictionary? OwnOf(HttpContext http) => http.Features.Get<IHttpResponseTrailersFeature>() switch
    {
        null => null,
        IHttpResponseBodyFeature and IHttpResponseTrailersFeature { Trailers: HeaderDictionary } when !ServerCall.ResponseOf(http).HasStarted => null,
        IHttpResponseTrailersFeature feature => feature.Trailers,
    };

    private static bool HaveStatus(IHttpResponseFeature response, IHeaderDictionary? own) => response.Headers.GrpcStatus.Count != 0 || own?.GrpcStatus.Count > 0;

    private static void Place(HttpContext http)
    {
        lock (http)
        {
            CallState? state = CallState.Find(http);
            IHeaderDictionary? own = http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
            if (http.Response.Headers.GrpcStatus.Count != 0)
            {
                // In a Trailers-Only response, the trailers are headers.
                Move(own, http.Response.Headers);
                Move(state?.TrailersInPlaceIfAny, http.Response.Headers);
            }
            else if (ServerCall.IsGrpc(http) && !ServerCall.IsGrpc(http.Response.ContentType))
            {
                // Middleware has replaced the response of this call.
                own?.Clear();
                state?.TrailersInPlaceIfAny?.Clear();
            }
            else if (state is not null)
            {
                MoveToTrailers(state, http);
            }
        }
    }

    private static void Move(IHeaderDictionary? trailers, IHeaderDictionary to)
    {
        foreach ((string key, StringValues fields) in trailers ?? (IEnumerable<KeyValuePair<string, StringValues>>)[])
        {
            to[key] = fields;
        }

        trailers?.Clear();
    }

    private static void MoveToTrailers(CallState state, HttpContext http)
    {
        if (state.TrailersInPlaceIfAny is not { Count: not 0 } trailers)
        {
            return;
        }

        if (http.Features.Get<IHttpResponseTrailersFeature>() is { Trailers: IHeaderDictionary own })
        {
            Move(trailers, own);
            return;
        }

        foreach (string key in trailers.Keys)
        {
            state.Services.Logger.TrailerDropped(key);
        }

        trailers.Clear();
    }
}
