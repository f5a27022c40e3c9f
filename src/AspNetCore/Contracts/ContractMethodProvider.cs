using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.Options;

namespace TypedMetadata;

/// <summary>
/// Puts <see cref="ContractInterceptor"/> behind every interceptor of a service. It provides no methods: it is asked when a service is mapped,
/// before grpc-dotnet's own provider, and that is when the service's options are complete and not yet used.
/// </summary>
internal sealed class ContractMethodProvider<[DynamicallyAccessedMembers(Accessibility)] TService>(IOptions<GrpcServiceOptions<TService>> options) : IServiceMethodProvider<TService>
    where TService : class
{
    private const DynamicallyAccessedMemberTypes Accessibility =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods;

    /// <inheritdoc/>
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TService> context)
    {
        InterceptorCollection interceptors = options.Value.Interceptors;
        if (!interceptors.Any(registered => registered.Type == typeof(ContractInterceptor)))
        {
            interceptors.Add<ContractInterceptor>();
        }
    }
}
