using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>The records that a method declares, as its endpoint has them.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Requests">Those that it expects.</param>
/// <param name="Responses">Those that it sends.</param>
internal sealed record MethodContracts(Endpoint? Endpoint, IReadOnlyList<IRequestContract> Requests, IReadOnlyList<IResponseContract> Responses)
{
    internal static MethodContracts Of(Endpoint? endpoint) => endpoint is null
        ? new(null, [], [])
        : new(endpoint, endpoint.Metadata.GetOrderedMetadata<IRequestContract>(), endpoint.Metadata.GetOrderedMetadata<IResponseContract>());
}
