using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The records that a method declares, from the metadata of its endpoint.</summary>
/// <param name="Requests">The records that the method expects.</param>
/// <param name="Responses">The records that the method sends.</param>
internal sealed record MethodContracts(IReadOnlyList<IRequestContract> Requests, IReadOnlyList<IResponseContract> Responses)
{
    /// <summary>Returns the records that a method declares.</summary>
    internal static MethodContracts Of(Endpoint endpoint)
    {
        string? method = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Name;
        IResponseContract[] responses = [.. endpoint.Metadata.GetOrderedMetadata<IResponseContract>().Where(IsOfMethod)];

        // Of two contracts for the same record, the later one applies. The contract of a single RPC is sorted last, because attributes of a class have no order.
        IEnumerable<IRequestContract> requests = endpoint.Metadata.GetOrderedMetadata<IRequestContract>()
            .Where(IsOfMethod)
            .OrderBy(one => one.Method is not null);
        return new([.. requests], [.. responses.Where(one => !IsReplaced(one)).DistinctBy(one => (one.Type, one.Position))]);

        bool IsOfMethod(IContract contract) => contract.Method is null || contract.Method == method;

        // A record of a single RPC replaces the record of the service.
        bool IsReplaced(IResponseContract contract) => contract.Method is null && Array.Exists(responses, other => other.Method is not null && other.Position == contract.Position);
    }
}
