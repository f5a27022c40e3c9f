using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TypedMetadata;

/// <summary>Converts a <see cref="MetadataException"/> of a handler to the <see cref="RpcException"/> that the client receives.</summary>
internal sealed class FaultTranslation(ErrorCounter counter, CallRecorder recorder, IOptions<TypedMetadataServerOptions> options, ILogger<FaultTranslation> logger)
{
    private const string DetailsKey = "grpc-status-details-bin";
    private const string InternalDetail = "The service could not process its metadata.";

    /// <summary>
    /// Returns the metadata exception that an exception is or wraps. An <see cref="RpcException"/>, whose status the service chose, is not unwrapped.
    /// </summary>
    internal static MetadataException? In(Exception? exception) => exception switch
    {
        MetadataException fault => fault,
        RpcException or null => null,
        _ => In(exception.InnerException),
    };

    /// <summary>
    /// Returns the exception for the client. If the request metadata of this call cannot be read, it has the status of the keys and names them. Other errors, of a write or of
    /// the response of another service, result in INTERNAL with a fixed text, because they are not the client's.
    /// </summary>
    /// <param name="fault">The exception of the handler.</param>
    /// <param name="http">The HTTP context of the call, or null if it is not known.</param>
    /// <param name="method">The full name of the method.</param>
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
