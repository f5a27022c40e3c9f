using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Compares what a call has sent with what its method declares.</summary>
internal static class ResponseContracts
{
    internal static void WarnOfMissing(IReadOnlyList<IResponseContract> declared, CallState? state, ServerCallContext context, ILogger logger)
    {
        // A service and its method may declare the same.
        foreach ((Type record, MetadataPositions position) in declared.Select(one => (one.Type, one.Position)).Distinct())
        {
            if (state?.HasWritten(record, position) != true)
            {
                logger.ResponseMetadataMissing(ServerCall.MethodOf(context), position == MetadataPositions.Initial ? "initial" : "trailing", record.Name);
            }
        }
    }
}
