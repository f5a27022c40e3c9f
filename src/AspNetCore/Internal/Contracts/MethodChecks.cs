using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>What the guard of a method checks.</summary>
/// <param name="Endpoint">The endpoint of the method.</param>
/// <param name="Requests">The records that it reads before the handler runs.</param>
/// <param name="Responses">The records that a successful call must send.</param>
internal sealed record MethodChecks(Endpoint? Endpoint, IReadOnlyList<IRequestContract> Requests, IReadOnlyList<ExpectedResponse> Responses)
{
    /// <summary>Returns what to check of the records that an endpoint declares: all but the records of requests that a typed method reads itself.</summary>
    internal static MethodChecks Of(Endpoint? endpoint)
    {
        if (endpoint is null)
        {
            return new(null, [], []);
        }

        MethodContracts declared = MethodContracts.Of(endpoint);
        IReadOnlyList<Type> alreadyRead = endpoint.Metadata.GetMetadata<TypedMethodAttribute>()?.Records ?? [];
        return new(
            endpoint,
            [.. declared.Requests.Where(one => !alreadyRead.Contains(one.Type))],
            [.. declared.Responses.Select(one => new ExpectedResponse(one))]);
    }
}
