using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedMetadata;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the accessor for request metadata.</summary>
public static class RequestMetadataAccessorExtensions
{
    /// <summary>
    /// Registers <see cref="IRequestMetadataAccessor{T}"/> for every record, and <c>IHttpContextAccessor</c>, on which it stands. It is not part of <c>AddTypedMetadata()</c>
    /// since it costs every request of the server some memory.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    public static IServiceCollection AddRequestMetadataAccessor(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHttpContextAccessor();
        services.TryAddSingleton(typeof(IRequestMetadataAccessor<>), typeof(RequestMetadataAccessor<>));
        return services;
    }
}
