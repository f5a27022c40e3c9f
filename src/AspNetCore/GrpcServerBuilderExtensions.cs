using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedMetadata;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds typed metadata to a gRPC server.</summary>
public static class GrpcServerBuilderExtensions
{
    /// <summary>
    /// Lets the server's methods read and write typed metadata. A request whose metadata cannot be read fails with
    /// <c>INVALID_ARGUMENT</c> naming the keys; one whose deadline has passed <c>DEADLINE_EXCEEDED</c>, and one whose <c>grpc-timeout</c> is malformed
    /// <c>INTERNAL</c>, before its handler runs. Calling it again changes nothing.
    /// </summary>
    /// <param name="builder">The builder that <c>AddGrpc()</c> returned.</param>
    public static IGrpcServerBuilder AddTypedMetadata(this IGrpcServerBuilder builder) => builder.AddTypedMetadata(_ => { });

    /// <inheritdoc cref="AddTypedMetadata(IGrpcServerBuilder)"/>
    /// <param name="builder">The builder that <c>AddGrpc()</c> returned.</param>
    /// <param name="configure">Sets the options. Those of a second call are set too.</param>
    public static IGrpcServerBuilder AddTypedMetadata(this IGrpcServerBuilder builder, Action<TypedMetadataServerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        if (builder.Services.Any(service => service.ServiceType == typeof(CallServices)))
        {
            return builder;
        }

        builder.Services.TryAddSingleton<CallServices>();
        builder.Services.TryAddSingleton<CallDeadlines>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, ArrivalFilter>());
        builder.Services.TryAddSingleton<CallRecorder>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, RecordingFilter>());
        builder.Services.TryAddSingleton<ResponseSize>();
        builder.Services.TryAddSingleton<ErrorCounter>();
        builder.Services.TryAddSingleton<FaultTranslation>();
        builder.Services.TryAddSingleton<RequestContracts>();
        builder.Services.TryAddSingleton<OuterGuardInterceptor>();
        builder.Services.TryAddSingleton<InnerGuardInterceptor>();
        GrpcDefaults.ReplaceMethodProvider(builder.Services);
        GrpcDefaults.ReplaceActivator(builder.Services);
        return builder;
    }
}
