using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// The trailers of a response. Trailing metadata goes into them at once, and nothing else is kept of it. Should the response end in its headers (Trailers-Only), a callback
/// at its start moves them there.
/// </summary>
/// <remarks>Parallel tasks of a handler may write. Kestrel makes the collection when it is first asked for, and would make two for two tasks that ask at once.</remarks>
internal static class ResponseTrailers
{
    private static readonly Func<object, Task> _place = static http =>
    {
        Place((HttpContext)http);
        return Task.CompletedTask;
    };

    /// <summary>Whether the call has its status, in the headers or the trailers.</summary>
    internal static bool HaveStatus(HttpContext http) => HaveStatus(ServerCall.ResponseOf(http), http);

    /// <inheritdoc cref="HaveStatus(HttpContext)"/>
    internal static bool HaveStatus(IHttpResponseFeature response, HttpContext http) =>
        HaveStatus(response, response.HasStarted ? OwnOf(http) : null);

    /// <summary>The response's trailers, or what stands in their place on a server without.</summary>
    internal static IHeaderDictionary Of(ServerCall call) => OwnOf(call.Http) ?? call.EnsureState().TrailersInPlace;

    /// <summary>Replaces all that a record may write, as one: no other record's values come between.</summary>
    /// <param name="call">The call.</param>
    /// <param name="writer">The record, encoded.</param>
    /// <param name="context">The call as the service knows it.</param>
    /// <param name="leftOut">Takes an error for each key that is left out since the trailers would be too large. Null makes that an exception.</param>
    /// <exception cref="InvalidOperationException">The call has ended.</exception>
    /// <exception cref="MetadataException">The trailers would be too large.</exception>
    internal static void Set<T>(ServerCall call, ref MetadataWriter writer, ServerCallContext context, List<MetadataError>? leftOut = null)
        where T : IGrpcMetadata<T>
    {
        // A look at trailers makes their collection, which grpc-dotnet may do at the same time once the handler has returned: so the lock comes first.
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
                // A deadline's, which may have gone out without them.
                throw ServerCall.Ended();
            }
        }
    }

    /// <summary>Sees to it that trailers become headers, should the response end in these. To do it twice does no harm.</summary>
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
                // It has since we looked, so it does not end in its headers.
            }
        }

        if (CallState.Find(call.Http) is CallState state)
        {
            MoveToTrailers(state, call.Http);
        }
    }

    // gRPC-Web decides before the response starts whether its body ends with trailers: if there are any. So until then it must have none that may become headers.
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
                // Trailers-Only: one block of headers, in which trailers are headers.
                Move(own, http.Response.Headers);
                Move(state?.TrailersInPlaceIfAny, http.Response.Headers);
            }
            else if (ServerCall.IsGrpc(http) && !ServerCall.IsGrpc(http.Response.ContentType))
            {
                // Middleware has put another response in the place of this call's.
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
