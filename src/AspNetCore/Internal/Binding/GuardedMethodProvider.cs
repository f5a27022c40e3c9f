using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TypedMetadata;

/// <summary>
/// Binds the methods of a service in place of grpc-dotnet's provider, with a guard around each method. It runs when a service is mapped, when the options of the service are
/// complete but not used yet.
/// </summary>
internal sealed class GuardedMethodProvider<[DynamicallyAccessedMembers(BindMethod.ServiceMembers)] TService>(
    IOptions<GrpcServiceOptions> all, IOptions<GrpcServiceOptions<TService>> own, IGrpcServiceActivator<TService> activator, CallServices services, IServiceProvider provider)
    : IServiceMethodProvider<TService>
    where TService : class
{
    private InterceptorCollection OfAll => all.Value.Interceptors;

    private InterceptorCollection Own => own.Value.Interceptors;

    /// <inheritdoc/>
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TService> context)
    {
        Type[] others = [.. provider.GetServices<IServiceMethodProvider<TService>>().Select(one => one.GetType()).Where(one => one != GetType())];

        // If AddGrpc() is called after AddTypedMetadata(), it adds its binder again, which then binds the methods.
        bool isReplaced = !others.Any(GrpcDefaults.IsBinder);
        ServiceBinding binding =
            !isReplaced || GrpcDefaults.IsServiceDefinition(typeof(TService)) || others.Any(GrpcDefaults.IsForeign) ? ServiceBinding.Plain
            : activator is not GuardedServiceActivator<TService> || OfAll.Concat(Own).Any(IsForeign) ? ServiceBinding.Checked
            : ServiceBinding.Guarded;
        if (binding != ServiceBinding.Guarded)
        {
            AddOutermost(OfAll.Any(IsForeign) ? OfAll : Own);
        }

        if (binding == ServiceBinding.Plain)
        {
            InterceptedContracts.Note(typeof(TService));
            TypedMethods.ThrowIfAttributesAreLost(typeof(TService));
            if (!Own.Any(one => one.Type == typeof(InnerGuardInterceptor)))
            {
                Own.Add<InnerGuardInterceptor>();
            }
        }

        if (BindMethod.Of(typeof(TService)) is not MethodInfo bind)
        {
            return;
        }

        ServiceMethods.ThrowIfUnknown(typeof(TService), bind);
        if (isReplaced)
        {
            GuardedMethodBinder<TService> binder = new(context, bind.GetParameters()[1].ParameterType, binding, services);
            try
            {
                bind.Invoke(null, [binder, null]);
            }
            catch (TargetInvocationException exception)
            {
                throw new InvalidOperationException($"Error binding gRPC service '{typeof(TService).Name}'.", exception.InnerException);
            }
        }
    }

    private static bool IsForeign(InterceptorRegistration one) => one.Type != typeof(OuterGuardInterceptor) && one.Type != typeof(InnerGuardInterceptor);

    // Outermost, so that it also sees the exceptions of interceptors that read metadata, whatever the order of registration.
    private static void AddOutermost(InterceptorCollection interceptors)
    {
        if (interceptors.Any(one => one.Type == typeof(OuterGuardInterceptor)))
        {
            return;
        }

        interceptors.Add<OuterGuardInterceptor>();
        InterceptorRegistration added = interceptors[^1];
        interceptors.RemoveAt(interceptors.Count - 1);
        interceptors.Insert(0, added);
    }
}
