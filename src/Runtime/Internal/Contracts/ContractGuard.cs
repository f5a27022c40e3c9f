using System.Collections.Concurrent;

namespace TypedMetadata.Internal;

/// <summary>Whether a guard checks what a contract attribute names.</summary>
internal static class ContractGuard
{
    /// <summary>The interface by which ASP.NET Core's routing asks an endpoint whether it may be matched.</summary>
    internal const string AskedByRouting = "Microsoft.AspNetCore.Routing.ISuppressMatchingMetadata";

    private static readonly ConcurrentDictionary<Type, bool> _checkedByInterceptors = new();

    /// <summary>
    /// Notes a record of a service that others bind, with guards in interceptors. They make attributes of their own, which cannot be told from those of another server in this process: so the records are noted.
    /// </summary>
    internal static void StandInInterceptors(Type record) => _checkedByInterceptors[record] = true;

    /// <summary>Lets an endpoint be matched whose guard is there.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static void ThrowIfMissing(IRequestContract contract)
    {
        if (!contract.IsGuarded && !_checkedByInterceptors.ContainsKey(contract.Type))
        {
            throw new InvalidOperationException($"'{contract.Type.Name}' is named by [RequestMetadata<{contract.Type.Name}>] on a service, but nothing checks it on this server: write services.AddGrpc().AddTypedMetadata().");
        }
    }
}
