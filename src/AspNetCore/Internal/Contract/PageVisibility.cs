using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>Decides who may read the contract. It inspects the endpoint, because conventions such as <c>RequireAuthorization()</c> are added after it is mapped.</summary>
internal sealed class PageVisibility(MetadataPageOptions options, IHostEnvironment environment)
{
    internal bool IsVisible(Endpoint? endpoint) => environment.IsDevelopment() || options.IsAnonymousInProduction || RequiresAuthorization(endpoint);

    /// <summary>Logs at start-up who may read the endpoints of this instance.</summary>
    internal void Log(EndpointDataSource endpoints, ILogger logger)
    {
        foreach (RouteEndpoint endpoint in endpoints.Endpoints.OfType<RouteEndpoint>().Where(one => ReferenceEquals(one.Metadata.GetMetadata<PageVisibility>(), this)))
        {
            string pattern = endpoint.RoutePattern.RawText ?? "";
            if (IsVisible(endpoint))
            {
                logger.PageServed(pattern, RequiresAuthorization(endpoint) ? "authorized callers" : "everyone");
            }
            else
            {
                logger.PageNotServed(pattern, environment.EnvironmentName);
            }
        }
    }

    // [AllowAnonymous] on the endpoint overrides [Authorize]. Other authorization metadata is ignored, because ASP.NET Core does not guarantee that anything checks it.
    private static bool RequiresAuthorization(Endpoint? endpoint) =>
        endpoint is not null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
