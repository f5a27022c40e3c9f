using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.Options;

namespace TypedMetadata;

/// <summary>
/// Puts <see cref="ContractInterceptor"/> behind the interceptors of a service that has any but ours. It provides no methods: it is asked when a service is
/// mapped, before grpc-dotnet's own provider, and that is when the service's options are complete and not yet used.
/// </summary>
internal sealed class ContractMethodProvider<[DynamicallyAccessedMembers(Accessibility)] TService>(
    IOptions<GrpcServiceOptions> all, IOptions<GrpcServiceOptions<TService>> own, RequestContracts contracts) : IServiceMethodProvider<TService>
    where TService : class
{
    private const DynamicallyAccessedMemberTypes Accessibility =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods;

    /// <inheritdoc/>
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TService> context)
    {
        InterceptorCollection interceptors = own.Value.Interceptors;
        bool hasOthers = all.Value.Interceptors.Concat(interceptors).Any(registered => registered.Type != typeof(TypedMetadataInterceptor));
        if (hasOthers && contracts.CheckInside(typeof(TService)))
        {
            interceptors.Add<ContractInterceptor>();
        }
    }
}
