using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TypedMetadata;

/// <summary>Adds typed metadata to a gRPC server.</summary>
public static class GrpcServerBuilderExtensions
{
    /// <summary>
    /// Lets the server's methods read and write typed metadata. A request whose metadata cannot be read is answered
    /// <c>INVALID_ARGUMENT</c> naming the keys; one whose deadline has passed <c>DEADLINE_EXCEEDED</c>, and one whose <c>grpc-timeout</c> is malformed
    /// <c>INTERNAL</c>, before its handler runs. Calling it again changes nothing.
    /// </summary>
    /// <param name="builder">What <c>AddGrpc()</c> answered.</param>
    public static IGrpcServerBuilder AddTypedMetadata(this IGrpcServerBuilder builder) => builder.AddTypedMetadata(_ => { });

    /// <inheritdoc cref="AddTypedMetadata(IGrpcServerBuilder)"/>
    /// <param name="builder">What <c>AddGrpc()</c> answered.</param>
    /// <param name="configure">Sets the options. Those of a second call are set too.</param>
    public static IGrpcServerBuilder AddTypedMetadata(this IGrpcServerBuilder builder, Action<TypedMetadataServerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        if (builder.Services.Any(service => service.ServiceType == typeof(TypedMetadataInterceptor)))
        {
            return builder;
        }

        builder.Services.TryAddSingleton<CallDeadlines>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, ArrivalFilter>());
        builder.Services.TryAddSingleton<ResponseSize>();
        builder.Services.TryAddSingleton<ErrorCounter>();
        builder.Services.TryAddSingleton<MetadataFault>();
        builder.Services.TryAddSingleton<RequestContracts>();
        builder.Services.TryAddSingleton<ContractInterceptor>();
        builder.Services.TryAddScoped<CallScope>();
        builder.Services.TryAddScoped(typeof(IMetadataAccessor<>), typeof(MetadataAccessor<>));

        // First, so that it is asked before grpc-dotnet's own, which uses the options.
        builder.Services.Insert(0, ServiceDescriptor.Singleton(typeof(IServiceMethodProvider<>), typeof(ContractMethodProvider<>)));
        builder.Services.TryAddSingleton<TypedMetadataInterceptor>();
        builder.Services.PostConfigure<GrpcServiceOptions>(MakeOutermost);
        return builder;
    }

    // Outermost, so that the exceptions of users' own interceptors that read metadata are answered too, whatever the order in which
    // they were registered.
    private static void MakeOutermost(GrpcServiceOptions options)
    {
        options.Interceptors.Add<TypedMetadataInterceptor>();
        InterceptorRegistration ours = options.Interceptors[^1];
        options.Interceptors.RemoveAt(options.Interceptors.Count - 1);
        options.Interceptors.Insert(0, ours);
    }
}
