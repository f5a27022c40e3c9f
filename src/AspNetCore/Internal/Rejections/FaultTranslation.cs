using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TypedMetadata;

/// <summary>What a client is told when a <see cref="MetadataException"/> left a handler.</summary>
internal sealed class FaultTranslation(ErrorCounter counter, IOptions<TypedMetadataServerOptions> options, ILogger<FaultTranslation> logger)
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
    internal RpcException ToRpcException(MetadataException fault, CallState? call, string method, bool isJson = false)
    {
        counter.Count(fault.Errors, fault.Position, method);
        if (CallRejection.In(fault, call) is CallRejection rejection)
        {
            (Status status, byte[]? details) = rejection.Response;
            logger.RequestRejected(method, status.Detail);
            return details is null || (isJson && !options.Value.IncludeDetailsInJson) ? new RpcException(status) : new RpcException(status, new Metadata { { DetailsKey, details } });
        }

        logger.MetadataFailed(method, fault);
        return new RpcException(new Status(StatusCode.Internal, InternalDetail));
    }
}
