using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The records that a method declares, as its endpoint has them.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Requests">Those that it expects.</param>
/// <param name="Responses">Those that it sends.</param>
internal sealed record MethodContracts(Endpoint? Endpoint, IReadOnlyList<IRequestContract> Requests, IReadOnlyList<IResponseContract> Responses)
{
    /// <summary>The records that the guard of a method checks.</summary>
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

    /// <summary>All records that a method declares, those that it reads itself too.</summary>
    internal static MethodContracts DeclaredBy(Endpoint endpoint)
    {
        string? method = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Name;
        IResponseContract[] responses = [.. endpoint.Metadata.GetOrderedMetadata<IResponseContract>().Where(IsOfMethod)];

        // Of two that name a record the later stands, so what is said of the one RPC comes last: attributes of a class have no order.
        IEnumerable<IRequestContract> requests = endpoint.Metadata.GetOrderedMetadata<IRequestContract>()
            .Where(IsOfMethod)
            .OrderBy(one => one.Method is not null);
        return new(endpoint, [.. requests], [.. responses.Where(one => !IsReplaced(one)).DistinctBy(one => (one.Type, one.Position))]);

        bool IsOfMethod(IContract contract) => contract.Method is null || contract.Method == method;

        // A record of the one method stands in place of the service's.
        bool IsReplaced(IResponseContract contract) => contract.Method is null && Array.Exists(responses, other => other.Method is not null && other.Position == contract.Position);
    }
}
