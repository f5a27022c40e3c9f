using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedMetadata;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add typed metadata to a gRPC server.</summary>
public static class GrpcServerBuilderExtensions
{
    /// <summary>
    /// Adds the services that let gRPC methods read and write typed metadata, and that turn errors in request metadata into gRPC statuses.
    /// </summary>
    /// <remarks>
    /// A call whose request metadata cannot be read fails with <c>INVALID_ARGUMENT</c> or with the key's <c>ErrorStatusCode</c>. A call that arrives after its deadline
    /// fails with <c>DEADLINE_EXCEEDED</c> and a call with a malformed <c>grpc-timeout</c> with <c>INTERNAL</c>; in both cases the handler does not run. Calling this
    /// method more than once adds the services once.
    /// </remarks>
    /// <param name="builder">The builder that <c>AddGrpc()</c> returned.</param>
    /// <returns>The same builder.</returns>
    public static IGrpcServerBuilder AddTypedMetadata(this IGrpcServerBuilder builder) => builder.AddTypedMetadata(_ => { });

    /// <inheritdoc cref="AddTypedMetadata(IGrpcServerBuilder)"/>
    /// <param name="builder">The builder that <c>AddGrpc()</c> returned.</param>
    /// <param name="configure">A delegate that sets the options. If the method is called more than once, every delegate runs, in order.</param>
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
