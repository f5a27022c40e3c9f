using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The records that a method declares, from the metadata of its endpoint.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Requests">The records that the method expects.</param>
/// <param name="Responses">The records that the method sends.</param>
internal sealed record MethodContracts(Endpoint? Endpoint, IReadOnlyList<IRequestContract> Requests, IReadOnlyList<IResponseContract> Responses)
{
    /// <summary>Returns the records that the guard checks: all but those that a typed method reads itself.</summary>
    internal static MethodContracts Of(Endpoint? endpoint)
    {
        if (endpoint is null)
        {
            return new(null, [], []);
        }

        MethodContracts declared = DeclaredBy(endpoint);
        IReadOnlyList<Type> alreadyRead = endpoint.Metadata.GetMetadata<TypedMethodAttribute>()?.Records ?? [];
        return declared with { Requests = [.. declared.Requests.Where(one => !alreadyRead.Contains(one.Type))] };
    }

    /// <summary>Returns all records that a method declares, including those that a typed method reads itself.</summary>
    internal static MethodContracts DeclaredBy(Endpoint endpoint)
    {
        string? method = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Name;
        IResponseContract[] responses = [.. endpoint.Metadata.GetOrderedMetadata<IResponseContract>().Where(IsOfMethod)];

        // Of two contracts for the same record, the later one applies. The contract of a single RPC is sorted last, because attributes of a class have no order.
        IEnumerable<IRequestContract> requests = endpoint.Metadata.GetOrderedMetadata<IRequestContract>()
            .Where(IsOfMethod)
            .OrderBy(one => one.Method is not null);
        return new(endpoint, [.. requests], [.. responses.Where(one => !IsReplaced(one)).DistinctBy(one => (one.Type, one.Position))]);

        bool IsOfMethod(IContract contract) => contract.Method is null || contract.Method == method;

        // A record of a single RPC replaces the record of the service.
        bool IsReplaced(IResponseContract contract) => contract.Method is null && Array.Exists(responses, other => other.Method is not null && other.Position == contract.Position);
    }
}
