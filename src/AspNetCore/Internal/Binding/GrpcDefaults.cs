using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetadata;

/// <summary>
/// Replaces services of grpc-dotnet. They are internal, so they are found by name. If a future version renames one, it is not replaced, and the guard runs in interceptors.
/// </summary>
internal static class GrpcDefaults
{
    // Binds the methods of services that protoc's plugin generated.
    private const string Binder = "BinderServiceMethodProvider`1";

    // Binds a ServerServiceDefinition and nothing else.
    private const string ServiceDefinition = "ServiceDefinitionMethodProvider`1";
    private const string Activator = "DefaultGrpcServiceActivator`1";

    // Stands for the service whose methods a ServerServiceDefinition has.
    private const string DefinedService = "ServerServiceDefinitionMarker";

    internal static bool IsServiceDefinition(Type service) => service.Name == DefinedService;

    internal static bool IsBinder(Type provider) => provider.Name == Binder;

    internal static bool IsForeign(Type provider) => provider.Name is not (Binder or ServiceDefinition);

    /// <summary>Replaces the method provider of grpc-dotnet. Ours comes first, so that it runs before others use the options of the service.</summary>
    internal static void ReplaceMethodProvider(IServiceCollection services)
    {
        Remove(services, typeof(IServiceMethodProvider<>), Binder);
        services.Insert(0, ServiceDescriptor.Singleton(typeof(IServiceMethodProvider<>), typeof(GuardedMethodProvider<>)));
    }

    /// <summary>Replaces the activator of grpc-dotnet, but not an activator of the application.</summary>
    internal static void ReplaceActivator(IServiceCollection services)
    {
        if (Remove(services, typeof(IGrpcServiceActivator<>), Activator))
        {
            services.AddSingleton(typeof(IGrpcServiceActivator<>), typeof(GuardedServiceActivator<>));
        }
    }

    private static bool Remove(IServiceCollection services, Type service, string implementation) =>
        services.FirstOrDefault(one => one.ServiceType == service && one.ImplementationType?.Name == implementation) is ServiceDescriptor found
        && services.Remove(found);
}
