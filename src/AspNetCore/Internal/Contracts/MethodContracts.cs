using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The records that a method declares, as its endpoint has them.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Requests">Those that it expects.</param>
/// <param name="Responses">Those that it sends.</param>
internal sealed record MethodContracts(Endpoint? Endpoint, IReadOnlyList<IRequestContract> Requests, IReadOnlyList<IResponseContract> Responses)
{
    internal static MethodContracts Of(Endpoint? endpoint)
    {
        if (endpoint is null)
        {
            return new(null, [], []);
        }

        string? method = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Name;
        IResponseContract[] responses = [.. endpoint.Metadata.GetOrderedMetadata<IResponseContract>().Where(IsOfMethod)];
        return new(endpoint, [.. endpoint.Metadata.GetOrderedMetadata<IRequestContract>().Where(IsOfMethod)], [.. responses.Where(one => !IsReplaced(one))]);

        bool IsOfMethod(IContract contract) => contract.Method is null || contract.Method == method;

        // A record of the one method stands in place of the service's.
        bool IsReplaced(IResponseContract contract) => contract.Method is null && Array.Exists(responses, other => other.Method is not null && other.Position == contract.Position);
    }
}
