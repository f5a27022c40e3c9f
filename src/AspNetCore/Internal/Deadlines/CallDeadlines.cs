using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Keeps the deadlines of a server's calls, on the <see cref="TimeProvider"/> that is registered, or else the system's.</summary>
internal sealed class CallDeadlines(IOptions<TypedMetadataServerOptions> options, TimeProvider? timeProvider = null)
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>Notes that a request with a deadline has arrived. Only the first time counts: a request may pass the pipeline again.</summary>
    internal Arrival Arrive(HttpContext http)
    {
        if (http.Features.Get<Arrival>() is Arrival earlier)
        {
            return earlier;
        }

        Arrival arrived = new(_timeProvider.GetTimestamp());
        http.Features.Set(arrived);
        return arrived;
    }

    /// <summary>The call's deadline, read when it is first asked for.</summary>
    internal CallDeadline Of(HttpContext http)
    {
        if (http.Request.Headers.GrpcTimeout.Count == 0)
        {
            return http.Features.Get<Arrival>()?.Deadline ?? new CallDeadline(Deadline.Infinite);
        }

        Arrival arrived = Arrive(http);
        return arrived.Deadline ??= CallDeadline.Receive(http.Request.Headers, _timeProvider.GetElapsedTime(arrived.Timestamp), _timeProvider);
    }

    /// <summary>Lets a call pass whose deadline can be read and lies ahead.</summary>
    /// <exception cref="RpcException">The response to any other.</exception>
    internal void Admit(HttpContext http)
    {
        if (http.Request.Headers.GrpcTimeout.Count == 0)
        {
            return;
        }

        CallDeadline deadline = Of(http);
        if (deadline.IsMalformed && options.Value.MalformedTimeout == MalformedTimeoutPolicy.Reject)
        {
            throw new RpcException(new Status(StatusCode.Internal, "The grpc-timeout header of the request is malformed."));
        }

        if (deadline.Value.HasExpired)
        {
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, "The deadline passed before the call started."));
        }
    }
}
