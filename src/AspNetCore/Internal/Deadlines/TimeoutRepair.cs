using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata;

/// <summary>
/// Repairs a <c>grpc-timeout</c> header that grpc-dotnet would read differently. It runs when the endpoint is selected: then it is known that this server handles the request
/// instead of forwarding it, and grpc-dotnet has not read the header yet.
/// </summary>
internal sealed class TimeoutRepair(HttpContext http, CallDeadlines deadlines) : IEndpointFeature
{
    private Endpoint? _endpoint = http.GetEndpoint();

    /// <inheritdoc/>
    public Endpoint? Endpoint
    {
        get => _endpoint;
        set
        {
            _endpoint = value;
            if (value?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null)
            {
                deadlines.Of(http);
            }
        }
    }
}
