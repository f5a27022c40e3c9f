using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>
/// The trailers of a response. Trailing metadata goes into them at once, and nothing else is kept of it. Should the response end in its headers (Trailers-Only), a callback
/// at its start moves them there.
/// </summary>
/// <remarks>Parallel tasks of a handler may write. Kestrel makes the collection when it is first asked for, and would make two for two tasks that ask at once.</remarks>
internal static class ResponseTrailers
{
    private const string GrpcContentType = "application/grpc";

    private static readonly Func<object, Task> _place = static http =>
    {
        Place((HttpContext)http);
        return Task.CompletedTask;
    };

    /// <summary>Whether the call has its status, in the headers or the trailers.</summary>
    internal static bool HaveStatus(HttpContext http) =>
        ServerCall.ResponseOf(http).Headers.GrpcStatus.Count != 0 || OwnOf(http)?.GrpcStatus.Count > 0;

    /// <summary>The response's trailers, or what stands in their place on a server without.</summary>
    internal static IHeaderDictionary Of(ServerCall call) => OwnOf(call.Http) ?? call.EnsureState().TrailersInPlace;

    /// <summary>Replaces all that a record may write, as one: no other record's values come between.</summary>
    internal static void Set(ServerCall call, in MetadataWriter writer)
    {
        lock (call.Http)
        {
            call.StopIfEnded();
            WireFields.Write(in writer, Of(call));
            PlaceAtStart(call);

            // A status that came meanwhile (a deadline's) may have gone out without them.
            call.StopIfEnded();
        }
    }

    /// <summary>What the keys take that a record does not replace; null for none at all.</summary>
    internal static List<KeyValuePair<string, int>>? SizesBeside<T>(ServerCall call)
        where T : IGrpcMetadata<T>
    {
        lock (call.Http)
        {
            call.StopIfEnded();
            return WireFields.SizesBeside<T>(Of(call));
        }
    }

    /// <summary>Sees to it that trailers become headers, should the response end in these. To do it twice does no harm.</summary>
    internal static void PlaceAtStart(ServerCall call)
    {
        IHttpResponseFeature response = ServerCall.ResponseOf(call.Http);
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

        if (OwnOf(call.Http) is null && CallState.Find(call.Http) is CallState state)
        {
            Drop(state);
        }
    }

    private static IHeaderDictionary? OwnOf(HttpContext http)
    {
        lock (http)
        {
            return http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        }
    }

    private static void Place(HttpContext http)
    {
        lock (http)
        {
            IHeaderDictionary? own = OwnOf(http);
            CallState? state = CallState.Find(http);
            if ((own ?? state?.TrailersInPlace) is not { Count: not 0 } trailers)
            {
                return;
            }

            IHeaderDictionary headers = http.Response.Headers;
            if (headers.GrpcStatus.Count != 0)
            {
                // Trailers-Only: one block of headers, in which trailers are headers.
                foreach ((string key, StringValues fields) in trailers)
                {
                    headers[key] = fields;
                }

                trailers.Clear();
            }
            else if (IsGrpc(http.Request.ContentType) && !IsGrpc(http.Response.ContentType))
            {
                // Middleware has put another response in the place of this call's.
                trailers.Clear();
            }
            else if (own is null)
            {
                Drop(state!);
            }
        }
    }

    private static bool IsGrpc(string? contentType) => contentType?.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase) == true;

    private static void Drop(CallState state)
    {
        foreach (string key in state.TrailersInPlace.Keys)
        {
            state.Services.Logger.TrailerDropped(key);
        }

        state.TrailersInPlace.Clear();
    }
}
