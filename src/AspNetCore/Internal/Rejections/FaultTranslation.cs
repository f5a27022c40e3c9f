using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TypedMetadata;

/// <summary>What a client is told when a <see cref="MetadataException"/> left a handler.</summary>
internal sealed class FaultTranslation(ErrorCounter counter, CallRecorder recorder, IOptions<TypedMetadataServerOptions> options, ILogger<FaultTranslation> logger)
{
    private const string DetailsKey = "grpc-status-details-bin";
    private const string InternalDetail = "The service could not process its metadata.";

    /// <summary>
    /// The metadata exception that an exception is or wraps. A status that the service chose itself (<see cref="RpcException"/>) stands.
    /// </summary>
    internal static MetadataException? In(Exception? exception) => exception switch
    {
        MetadataException fault => fault,
        RpcException or null => null,
        _ => In(exception.InnerException),
    };

    /// <summary>
    /// The exception that leaves in its place: with the status that the keys ask for, and the keys in its trailers, when this call's own request metadata could
    /// not be read. Anything else (a write, the response of a service further on) is the server's own fault, of which its client is told nothing.
    /// </summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="http">The call's request and response, or null where they are not known.</param>
    /// <param name="method">The method's name.</param>
    internal RpcException ToRpcException(MetadataException fault, HttpContext? http, string method)
    {
        counter.Count(fault.Errors, fault.Position, method);
        if (recorder.IsOn && http is not null)
        {
            RunningCall.Find(http)?.NoteErrors(fault.Errors, fault.Position);
        }

        if (CallRejection.In(fault, http is null ? null : CallState.Find(http)) is CallRejection rejection)
        {
            (Status status, byte[]? details) = rejection.Response;
            logger.RequestRejected(method, status.Detail);
            bool isJson = http is not null && !ServerCall.IsGrpc(http);
            return details is null || (isJson && !options.Value.IncludeDetailsInJson) ? new RpcException(status) : new RpcException(status, new Metadata { { DetailsKey, details } });
        }

        logger.MetadataFailed(method, fault);
        return new RpcException(new Status(StatusCode.Internal, InternalDetail));
    }
}
