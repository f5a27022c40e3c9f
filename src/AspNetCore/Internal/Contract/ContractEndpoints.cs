using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetadata;

/// <summary>Serves a contract as a page and as JSON.</summary>
internal sealed class ContractEndpoints(PageVisibility visibility, bool hasRecentCalls, IServiceProvider services)
{
    private readonly Lazy<MetadataContract> _contract = new(() => MetadataContract.Of(services.GetRequiredService<EndpointDataSource>().Endpoints));

    private readonly (string Address, string Text)[] _links = hasRecentCalls ? [("contract.json", "contract.json"), ("calls/", "Recent calls")] : [("contract.json", "contract.json")];

    internal Task ServePageAsync(HttpContext http) =>
        PageResponse.IsRejected(http, visibility) || PageResponse.IsRedirectedToSlash(http) ? Task.CompletedTask
        : PageResponse.SendHtmlAsync(http, ContractPage.Write(_contract.Value.Document, ServerOf(http.Request), _links));

    internal Task ServeJsonAsync(HttpContext http) =>
        PageResponse.IsRejected(http, visibility) ? Task.CompletedTask : PageResponse.SendAsync(http, "application/json", _contract.Value.ToJson());

    private static Server ServerOf(HttpRequest request) => request.Host.HasValue ? new Server(request.Host.Value, !request.IsHttps) : Server.Unknown;
}
