using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedMetadata;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that serve the metadata contract of a server.</summary>
public static class MetadataEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps a page and a <c>contract.json</c> that describe the metadata of all mapped gRPC services. Outside the Development environment they require authorization.
    /// </summary>
    /// <remarks>
    /// <para>
    /// In the Development environment, everyone may read them. In other environments they return 404 unless you call <c>RequireAuthorization()</c> on the returned builder or
    /// <see cref="MetadataPageOptions.AllowAnonymousInProduction"/>. The log states at start-up who may read them.
    /// </para>
    /// <para>Browsers use HTTP/2 only with TLS. If the server's port has no TLS and accepts HTTP/2 only, add another port for the page.</para>
    /// </remarks>
    /// <param name="endpoints">The application, or a route group.</param>
    /// <param name="pattern">The path of the page. The path of the JSON is the same, followed by <c>/contract.json</c>.</param>
    /// <param name="configure">A delegate that sets the options, or null.</param>
    /// <returns>A convention builder for all of these endpoints.</returns>
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
            CallRecorder recorder = services.GetService<CallRecorder>() ?? throw new InvalidOperationException("The live view requires typed metadata on the server. Call services.AddGrpc().AddTypedMetadata().");
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
