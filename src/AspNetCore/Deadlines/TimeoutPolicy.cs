using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace TypedMetadata;

/// <summary>
/// Reads a call's deadline when the call is routed: the last moment before grpc-dotnet reads it, and the first at which it is known that the
/// request is for this server and not one that it passes on.
/// </summary>
internal sealed class TimeoutPolicy(CallDeadlines deadlines) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <inheritdoc/>
    public override int Order => 0;

    /// <inheritdoc/>
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsGrpc);

    /// <inheritdoc/>
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && IsGrpc(candidates[i].Endpoint))
            {
                deadlines.Of(httpContext);
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsGrpc(Endpoint endpoint) => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not null;
}
