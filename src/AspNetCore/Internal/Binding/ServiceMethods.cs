using System.Reflection;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The names of a service's RPCs, as the generated <c>BindService</c> lists them.</summary>
internal sealed class ServiceMethods : ServiceBinderBase
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Throws if a service declares metadata of an RPC that it does not have, because nothing would check it.</summary>
    /// <exception cref="InvalidOperationException">The service has no such RPC.</exception>
    internal static void ThrowIfUnknown(Type service, MethodInfo bind)
    {
        ServiceMethods methods = new();
        foreach (IContract contract in service.GetCustomAttributes(inherit: true).OfType<IContract>())
        {
            if (contract.Method is not string method)
            {
                continue;
            }

            if (methods._names.Count == 0)
            {
                bind.Invoke(null, [methods, null]);
            }

            if (!methods._names.Contains(method))
            {
                throw new InvalidOperationException(
                    $"'{service.Name}' declares '{contract.Type.Name}' for the method '{method}', but has no such RPC. Set Method to one of {string.Join(", ", methods._names)}.");
            }
        }
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) => _names.Add(method.Name);

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) => _names.Add(method.Name);

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) => _names.Add(method.Name);

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) => _names.Add(method.Name);
}
