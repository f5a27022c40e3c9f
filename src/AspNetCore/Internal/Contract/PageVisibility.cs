using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>Who may see the contract: a decision that is the endpoint's, since conventions such as <c>RequireAuthorization()</c> come after it is mapped.</summary>
internal sealed class PageVisibility(MetadataPageOptions options, IHostEnvironment environment)
{
    internal bool IsVisible(Endpoint? endpoint) => environment.IsDevelopment() || options.IsAnonymousInProduction || RequiresAuthorization(endpoint);

    /// <summary>Says once, at start-up, who may see the endpoints that this was made for.</summary>
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

    // [AllowAnonymous] on the endpoint takes back what [Authorize] asks for. Other metadata of authorization is not counted: ASP.NET Core does not see to it that something checks it.
    private static bool RequiresAuthorization(Endpoint? endpoint) =>
        endpoint is not null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
