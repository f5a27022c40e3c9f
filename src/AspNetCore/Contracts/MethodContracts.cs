using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>The records that a method declares, as its endpoint has them.</summary>
/// <param name="Requests">Those that it expects.</param>
/// <param name="Responses">Those that it sends.</param>
internal sealed record MethodContracts(IReadOnlyList<IRequestContract> Requests, IReadOnlyList<IAnswerContract> Responses)
{
    private static readonly MethodContracts _none = new([], []);

    internal static MethodContracts Of(Endpoint? endpoint) => endpoint is null
        ? _none
        : new(endpoint.Metadata.GetOrderedMetadata<IRequestContract>(), endpoint.Metadata.GetOrderedMetadata<IAnswerContract>());
}
