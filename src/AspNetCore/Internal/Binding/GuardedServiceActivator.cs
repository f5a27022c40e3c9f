using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetadata;

/// <summary>
/// Creates services as the default activator of grpc-dotnet does. A service is created before the guard runs, so metadata exceptions of its constructor are converted to an
/// <see cref="RpcException"/> here, and the trailers of its exceptions are checked.
/// </summary>
internal sealed class GuardedServiceActivator<[DynamicallyAccessedMembers(BindMethod.ServiceMembers)] TService>(CallServices services) : IGrpcServiceActivator<TService>
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
        catch (Exception exception) when (FaultTranslation.In(exception) is not null || exception is RpcException { Trailers.Count: not 0 })
        {
            throw Final(exception, serviceProvider);
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

    // Without IHttpContextAccessor, a constructor cannot read the metadata of its call, and the call cannot be found here.
    private RpcException Final(Exception exception, IServiceProvider provider)
    {
        bool isFound = CallOf(provider, out ServerCall call, out ServerCallContext? context);
        string method = isFound ? ServerCall.MethodOf(context!) : typeof(TService).Name;
        RpcException final = FaultTranslation.In(exception) is MetadataException fault ? services.Fault.ToRpcException(fault, isFound ? call.Http : null, method) : (RpcException)exception;
        return isFound ? RawTrailers.Take(final, call, context!) : RawTrailers.LeaveUnsendable(final, services, method);
    }

    private static bool CallOf(IServiceProvider provider, out ServerCall call, out ServerCallContext? context)
    {
        call = default;
        context = provider.GetService<IHttpContextAccessor>()?.HttpContext?.Features.Get<IServerCallContextFeature>()?.ServerCallContext;
        return context is not null && ServerCall.TryGet(context, out call);
    }
}
