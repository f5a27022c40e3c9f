using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The records that a method declares, as its endpoint has them.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Requests">Those that it expects, and does not read itself as a method of a typed service.</param>
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
        IReadOnlyList<Type> alreadyRead = endpoint.Metadata.GetMetadata<TypedMethodAttribute>()?.Records ?? [];

        // Of two that name a record the later stands, so what is said of the one RPC comes last: attributes of a class have no order.
        IEnumerable<IRequestContract> requests = endpoint.Metadata.GetOrderedMetadata<IRequestContract>()
            .Where(one => IsOfMethod(one) && !alreadyRead.Contains(one.Type))
            .OrderBy(one => one.Method is not null);
        return new(endpoint, [.. requests], [.. responses.Where(one => !IsReplaced(one)).DistinctBy(one => (one.Type, one.Position))]);

        bool IsOfMethod(IContract contract) => contract.Method is null || contract.Method == method;

        // A record of the one method stands in place of the service's.
        bool IsReplaced(IResponseContract contract) => contract.Method is null && Array.Exists(responses, other => other.Method is not null && other.Position == contract.Position);
    }
}
