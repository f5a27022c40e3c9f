using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>Compares what a call has sent with what its method declares.</summary>
internal static class ResponseContracts
{
    internal static void WarnOfMissing(IReadOnlyList<IAnswerContract> declared, CallState? state, ServerCallContext context, ILogger logger)
    {
        // A service and its method may declare the same.
        foreach ((Type record, MetadataDirections position) in declared.Select(one => (one.Record, one.Direction)).Distinct())
        {
            if (state?.HasWritten(record, position) != true)
            {
                logger.AnswerForgotten(ServerCall.MethodOf(context), position == MetadataDirections.Initial ? "initial" : "trailing", record.Name);
            }
        }
    }
}
