using System.Collections.Concurrent;

namespace TypedMetadata.Internal;

/// <summary>Whether a guard checks what a contract attribute names.</summary>
internal static class ContractGuard
{
    /// <summary>The interface by which ASP.NET Core's routing asks an endpoint whether it may be matched.</summary>
    internal const string AskedByRouting = "Microsoft.AspNetCore.Routing.ISuppressMatchingMetadata";

    private static readonly ConcurrentDictionary<Type, bool> _checkedByInterceptors = new();

    /// <summary>
    /// Notes a record, or a typed service, of a service that others bind, with guards in interceptors. They make attributes of their own, which cannot be told from those of another server in this process: so the types are noted.
    /// </summary>
    internal static void StandInInterceptors(Type named) => _checkedByInterceptors[named] = true;

    /// <summary>Whether guards in interceptors check what names a type.</summary>
    internal static bool IsIntercepted(Type named) => _checkedByInterceptors.ContainsKey(named);

    /// <summary>Lets an endpoint be matched whose guard is there.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static void ThrowIfMissing(IRequestContract contract)
    {
        if (!contract.IsGuarded && !IsIntercepted(contract.Type))
        {
            throw new InvalidOperationException($"A service declares [RequestMetadata<{contract.Type.Name}>], but typed metadata is not set up on this server, so the metadata would not be checked. Call services.AddGrpc().AddTypedMetadata().");
        }
    }
}
