using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedMetadata;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register <see cref="IRequestMetadataAccessor{T}"/>.</summary>
public static class RequestMetadataAccessorExtensions
{
    /// <summary>
    /// Registers <see cref="IRequestMetadataAccessor{T}"/> for every record of request metadata, and <c>IHttpContextAccessor</c>, which it uses.
    /// </summary>
    /// <remarks><c>AddTypedMetadata()</c> does not register it because <c>IHttpContextAccessor</c> allocates memory for every request of the server.</remarks>
    /// <param name="services">The services of the application.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRequestMetadataAccessor(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHttpContextAccessor();
        services.TryAddSingleton(typeof(IRequestMetadataAccessor<>), typeof(RequestMetadataAccessor<>));
        return services;
    }
}
