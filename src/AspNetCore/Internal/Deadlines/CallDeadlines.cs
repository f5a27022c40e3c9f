using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Reads and checks the deadlines of calls, with the registered <see cref="TimeProvider"/> or <see cref="TimeProvider.System"/>.</summary>
internal sealed class CallDeadlines(IOptions<TypedMetadataServerOptions> options, TimeProvider? timeProvider = null)
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>Notes the arrival of a request with a deadline. Only the first call has an effect, because a request may pass the pipeline again.</summary>
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

    /// <summary>Returns the deadline of the call. It is read on first use.</summary>
    internal CallDeadline Of(HttpContext http)
    {
        if (http.Request.Headers.GrpcTimeout.Count == 0)
        {
            return http.Features.Get<Arrival>()?.Deadline ?? new CallDeadline(Deadline.Infinite);
        }

        Arrival arrived = Arrive(http);
        return arrived.Deadline ??= CallDeadline.Receive(http.Request.Headers, _timeProvider.GetElapsedTime(arrived.Timestamp), _timeProvider);
    }

    /// <summary>Checks the deadline of a call.</summary>
    /// <exception cref="RpcException">The deadline is malformed or has expired.</exception>
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
