using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>What has to be done at the end of one call, however it ends.</summary>
internal sealed class CallGuard(ServerCallContext context, ILogger logger)
{
    // Null for a test double, which has its own way to send trailers.
    private readonly TypedCall? _call = TypedCall.Of(context);

    /// <summary>Sends initial metadata that waited for a message which did not come.</summary>
    internal async Task SucceedAsync(bool streams)
    {
        if (streams && context.Status.StatusCode == StatusCode.OK && _call is { Response.HasStarted: false, Initial.IsEmpty: false })
        {
            await context.WriteResponseHeadersAsync(Metadata.Empty).ConfigureAwait(false);
        }
    }

    /// <summary>What the client is told of an exception in its place, or null to leave it as it is.</summary>
    internal RpcException? Answer(Exception exception)
    {
        if (MetadataFault.In(exception) is MetadataException fault)
        {
            return MetadataFault.Answer(fault, _call, context.Method, logger);
        }

        if (exception is not RpcException { Trailers.Count: not 0 } chosen || _call is null)
        {
            return null;
        }

        // grpc-dotnet would add them to the answer unchecked. The service may throw the same exception again, so it stays as it is.
        RawTrailers.Move(context.ResponseTrailers, _call.Trailers, context.Method, logger);
        RawTrailers.Copy(chosen.Trailers, _call.Trailers, context.Method, logger);
        return new RpcException(chosen.Status, chosen.Message);
    }

    internal void End()
    {
        if (_call is not null)
        {
            RawTrailers.Move(context.ResponseTrailers, _call.Trailers, context.Method, logger);
            _call.End();
        }
    }
}
