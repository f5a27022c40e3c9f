using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>
/// Marks a call whose handler has returned. After that, grpc-dotnet writes the status, and writes of a task that is still running could lose it. The mark is a shared instance of
/// <see cref="WriteOptions"/> that means the same as null, so it allocates nothing.
/// </summary>
/// <remarks>Code that marks a call or writes to its response holds the lock of its <see cref="HttpContext"/>.</remarks>
internal static class EndedCall
{
    private static readonly WriteOptions _mark = new();

    internal static void Mark(ServerCallContext context, HttpContext http, CallServices services)
    {
        ServerCallContext? own = context is IServerCallContextFeature ? context : ServerCall.FeatureOf(http)?.ServerCallContext;
        lock (http)
        {
            // The context of JSON transcoding does not support WriteOptions and throws.
            if (own is null || !ServerCall.IsGrpc(http))
            {
                CallState.Ensure(http, services).HasEnded = true;
            }
            else if (own.WriteOptions is null)
            {
                own.WriteOptions = _mark;
            }
            else if (!ReferenceEquals(own.WriteOptions, _mark))
            {
                CallState.Ensure(http, services).HasEnded = true;
            }
        }
    }

    /// <summary>Returns a value that indicates whether the call is marked, or its <see cref="HttpContext"/> already serves another call.</summary>
    internal static bool Is(ServerCall call)
    {
        IServerCallContextFeature? feature = ServerCall.FeatureOf(call.Http);
        return !ReferenceEquals(feature?.ServerCallContext, call.Context)
            || feature is CallState { HasEnded: true }
            || (ServerCall.IsGrpc(call.Http) && ReferenceEquals(feature?.ServerCallContext.WriteOptions, _mark));
    }
}
