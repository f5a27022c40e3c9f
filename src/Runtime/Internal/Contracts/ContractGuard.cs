using System.Collections.Concurrent;

namespace TypedMetadata.Internal;

/// <summary>Determines whether a guard checks the record of a contract attribute.</summary>
internal static class ContractGuard
{
    /// <summary>The interface with which ASP.NET Core routing asks an endpoint whether it may be matched.</summary>
    internal const string AskedByRouting = "Microsoft.AspNetCore.Routing.ISuppressMatchingMetadata";

    private static readonly ConcurrentDictionary<Type, bool> _checkedByInterceptors = new();

    /// <summary>
    /// Notes a record or a typed service whose guards run in interceptors, because another component binds the service. That component creates its own attribute instances, which cannot be distinguished from those of another server in the process, so the types are noted.
    /// </summary>
    internal static void StandInInterceptors(Type named) => _checkedByInterceptors[named] = true;

    /// <summary>Returns a value that indicates whether guards in interceptors check a type.</summary>
    internal static bool IsIntercepted(Type named) => _checkedByInterceptors.ContainsKey(named);

    /// <summary>Throws if no guard checks the endpoint of a contract attribute.</summary>
    /// <exception cref="InvalidOperationException">There is no guard.</exception>
    internal static void ThrowIfMissing(IRequestContract contract)
    {
        if (!contract.IsGuarded && !IsIntercepted(contract.Type))
        {
            throw new InvalidOperationException($"A service declares [RequestMetadata<{contract.Type.Name}>], but typed metadata is not set up on this server, so the metadata would not be checked. Call services.AddGrpc().AddTypedMetadata().");
        }
    }
}
