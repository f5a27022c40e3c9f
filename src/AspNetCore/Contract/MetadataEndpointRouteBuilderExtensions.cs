using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedMetadata;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves the metadata contract of a server's gRPC services.</summary>
public static class MetadataEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps a page for people and <c>contract.json</c> for tools, which describe the metadata of all mapped gRPC services. In the environment <c>Development</c> everyone may read them. Elsewhere they return
    /// 404 unless authorization is required on the returned builder or <see cref="MetadataPageOptions.AllowAnonymousInProduction"/> was called; the log says at start-up which it is.
    /// </summary>
    /// <param name="endpoints">The application, or a group.</param>
    /// <param name="pattern">Where the page is; <c>contract.json</c> lies beneath it.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for all these endpoints, for <c>RequireAuthorization()</c> or <c>RequireHost(…)</c>.</returns>
    /// <remarks>Browsers use HTTP/2 only with TLS, so a server without TLS whose port is restricted to HTTP/2 needs another port for the page.</remarks>
    /// <exception cref="InvalidOperationException"><see cref="MetadataPageOptions.RecentCalls"/> is set but <c>AddTypedMetadata()</c> was not called, or the application has started.</exception>
    public static IEndpointConventionBuilder MapTypedMetadata(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/typed-metadata", Action<MetadataPageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        MetadataPageOptions options = new();
        configure?.Invoke(options);
        IServiceProvider services = endpoints.ServiceProvider;
        PageVisibility visibility = new(options, services.GetRequiredService<IHostEnvironment>());
        ContractEndpoints contract = new(visibility, options.RecentCalls > 0, services);

        RouteGroupBuilder group = endpoints.MapGroup(pattern);
        group.Map("/", contract.ServePageAsync).WithDisplayName("TypedMetadata page");
        group.Map("/contract.json", contract.ServeJsonAsync).WithDisplayName("TypedMetadata contract.json");
        if (options.RecentCalls > 0)
        {
            CallRecorder recorder = services.GetService<CallRecorder>() ?? throw new InvalidOperationException("The live view needs services.AddGrpc().AddTypedMetadata().");
            recorder.TurnOn(options.RecentCalls);
            RecentCallsEndpoints calls = new(visibility, recorder);
            group.Map("/calls", calls.ServeListAsync).WithDisplayName("TypedMetadata recent calls");
            group.Map("/calls/{number}", calls.ServeCallAsync).WithDisplayName("TypedMetadata recent call");
        }

        group.WithMetadata(visibility);

        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("TypedMetadata.MetadataContract");
        services.GetService<IHostApplicationLifetime>()?.ApplicationStarted.Register(() => visibility.Log(services.GetRequiredService<EndpointDataSource>(), logger));
        return group;
    }
}
