using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetadata;

/// <summary>
/// Creates services as grpc-dotnet's default activator does. A service is created before the guard around its method is reached, so what its constructor throws about
/// metadata becomes an <see cref="RpcException"/> here.
/// </summary>
internal sealed class GuardedServiceActivator<[DynamicallyAccessedMembers(BindMethod.ServiceMembers)] TService>(MetadataFault fault) : IGrpcServiceActivator<TService>
    where TService : class
{
    private static readonly Lazy<ObjectFactory> _factory = new(static () => ActivatorUtilities.CreateFactory(typeof(TService), Type.EmptyTypes));

    /// <inheritdoc/>
    public GrpcActivatorHandle<TService> Create(IServiceProvider serviceProvider)
    {
        try
        {
            return serviceProvider.GetService<TService>() is TService registered
                ? new GrpcActivatorHandle<TService>(registered, created: false, state: null)
                : new GrpcActivatorHandle<TService>((TService)_factory.Value(serviceProvider, []), created: true, state: null);
        }
        catch (Exception exception) when (MetadataFault.In(exception) is MetadataException)
        {
            throw Final(MetadataFault.In(exception)!, serviceProvider);
        }
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(GrpcActivatorHandle<TService> service)
    {
        switch (service)
        {
            case { Created: true, Instance: IAsyncDisposable disposable }:
                return disposable.DisposeAsync();
            case { Created: true, Instance: IDisposable disposable }:
                disposable.Dispose();
                break;
        }

        return default;
    }

    // A constructor knows its call only by way of the accessor for HttpContext: without it the fault is not of this call's metadata.
    private RpcException Final(MetadataException exception, IServiceProvider provider) =>
        provider.GetService<IHttpContextAccessor>()?.HttpContext?.Features.Get<IServerCallContextFeature>()?.ServerCallContext is ServerCallContext context && ServerCall.TryGet(context, out ServerCall call)
            ? RawTrailers.Take(fault.ToRpcException(exception, call.State, ServerCall.MethodOf(context)), call, context)
            : fault.ToRpcException(exception, null, typeof(TService).Name);
}
