using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Receives a service's methods from the generated <c>BindService</c> and gives them to grpc-dotnet, each with its guard.</summary>
internal sealed class GuardedMethodBinder<[DynamicallyAccessedMembers(BindMethod.ServiceMembers)] TService>(
    ServiceMethodProviderContext<TService> context, Type declaring, ServiceBinding binding, CallServices services) : ServiceBinderBase
    where TService : class
{
    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        Find(method.Name, [typeof(TRequest), typeof(ServerCallContext)], out UnaryServerMethod<TService, TRequest, TResponse> own, out List<object> metadata);
        context.AddUnaryMethod(method, metadata, Guard() is MethodGuard guard ? new GuardedUnary<TService, TRequest, TResponse>(own, guard).RunAsync : own);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        Find(method.Name, [typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext)], out ClientStreamingServerMethod<TService, TRequest, TResponse> own, out List<object> metadata);
        context.AddClientStreamingMethod(method, metadata, Guard() is MethodGuard guard ? new GuardedClientStreaming<TService, TRequest, TResponse>(own, guard).RunAsync : own);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        Find(method.Name, [typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext)], out ServerStreamingServerMethod<TService, TRequest, TResponse> own, out List<object> metadata);
        context.AddServerStreamingMethod(method, metadata, Guard() is MethodGuard guard ? new GuardedServerStreaming<TService, TRequest, TResponse>(own, guard).RunAsync : own);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        Find(method.Name, [typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext)], out DuplexStreamingServerMethod<TService, TRequest, TResponse> own, out List<object> metadata);
        context.AddDuplexStreamingMethod(method, metadata, Guard() is MethodGuard guard ? new GuardedDuplexStreaming<TService, TRequest, TResponse>(own, guard).RunAsync : own);
    }

    private MethodGuard? Guard() => binding switch
    {
        ServiceBinding.Guarded => new MethodGuard(services, GuardParts.Both),
        ServiceBinding.Checked => new MethodGuard(services, GuardParts.Inner),
        _ => null,
    };

    // What has a later place in the list has the higher priority.
    private void Find<TDelegate>(string name, Type[] parameters, out TDelegate method, out List<object> metadata)
        where TDelegate : Delegate
    {
        MethodInfo found = Overriding(name, parameters) ?? throw new InvalidOperationException($"Could not find '{name}' on {typeof(TService)}.");
        method = found.CreateDelegate<TDelegate>();
        metadata =
        [
            .. typeof(TService).GetCustomAttributes(inherit: true),
            .. found.GetCustomAttributes(inherit: true),
            .. TypedMethods.AttributesBehind(found, typeof(TService)),
            new HttpMethodMetadata(["POST"], acceptCorsPreflight: true),
        ];
        foreach (IRequestContract contract in metadata.OfType<IRequestContract>())
        {
            contract.IsGuarded = true;
        }

        foreach (TypedMethodAttribute typed in metadata.OfType<TypedMethodAttribute>())
        {
            typed.IsGuarded = true;
        }
    }

    // A method of the same name that hides the generated one is not the service's: the search goes on below it.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The methods of the service and of its bases are kept.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The methods of the service and of its bases are kept.")]
    private MethodInfo? Overriding(string name, Type[] parameters)
    {
        for (Type? type = typeof(TService); type is not null; type = type.BaseType)
        {
            MethodInfo? method = type.GetMethod(name, BindingFlags.Public | BindingFlags.Instance, parameters);
            if (method is null || (method.IsVirtual && method.GetBaseDefinition().DeclaringType == declaring))
            {
                return method;
            }
        }

        return null;
    }
}
