using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Warns if a call succeeds without a record that its method declares.</summary>
internal static class ResponseContracts
{
    internal static void WarnOfMissing(IReadOnlyList<IResponseContract> declared, CallState? state, ServerCallContext context, ILogger logger)
    {
        foreach (IResponseContract contract in declared)
        {
            if (state?.HasWritten(contract.Type, contract.Position) != true)
            {
                logger.ResponseMetadataMissing(ServerCall.MethodOf(context), contract.Position == MetadataPositions.Initial ? "initial" : "trailing", contract.Type.Name);
            }
        }
    }
}
