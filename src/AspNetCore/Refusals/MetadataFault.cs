using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>What a client is told when a <see cref="MetadataException"/> left a handler.</summary>
internal sealed class MetadataFault(ErrorCounter counter, ILogger<MetadataFault> logger)
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
    /// The status that the keys ask for, with the keys, when this call's own request metadata could not be read. Anything else (a write, the answer
    /// of a service further on) is the server's own fault, which tells its client nothing of it.
    /// </summary>
    internal RpcException Answer(MetadataException fault, TypedCall? call, string method)
    {
        counter.Count(fault.Errors, fault.Direction, method);
        if (fault is RequestRefusedException refusal && refusal.IsOf(call))
        {
            (Status status, byte[]? details) = refusal.Answer;
            if (details is not null && RawEntry.TryEncode(new Metadata.Entry(DetailsKey, details), out string? field, out _))
            {
                call!.Trailers.Add(DetailsKey, field);
            }

            logger.RequestRefused(method, status.Detail);
            return new RpcException(status);
        }

        logger.MetadataFailed(method, fault);
        return new RpcException(new Status(StatusCode.Internal, InternalDetail));
    }
}
