using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata;

/// <summary>
/// Repairs a <c>grpc-timeout</c> that grpc-dotnet would read otherwise than we do, when the request's endpoint is chosen: the last moment before grpc-dotnet
/// reads it, and the first at which it is known that the request is for this server and not one that it passes on. Few requests need it.
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
