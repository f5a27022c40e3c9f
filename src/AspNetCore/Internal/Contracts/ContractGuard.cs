using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TypedMetadata;

/// <summary>
/// Whether a guard checks what a contract attribute names. Without <c>AddTypedMetadata()</c> none of our code runs at the server but the attribute's own, so the attribute itself has to say so: when routing
/// asks each endpoint, before the first request, whether it may be matched.
/// </summary>
internal static class ContractGuard
{
    private static readonly ConcurrentDictionary<Type, bool> _checkedByInterceptors = new();

    /// <summary>
    /// Notes what a service names that others bind, with guards in interceptors. They make attributes of their own, which cannot be told from those of another server in this process: so the records are noted.
    /// </summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Who binds services by their interfaces cannot be trimmed.")]
    internal static void StandInInterceptorsOf([DynamicallyAccessedMembers(BindMethod.ServiceMembers)] Type service)
    {
        const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        IEnumerable<MemberInfo> members = [service, .. service.GetMethods(Instance), .. service.GetInterfaces().SelectMany(one => one.GetMethods(Instance))];
        foreach (IRequestContract contract in members.SelectMany(member => member.GetCustomAttributes(inherit: true)).OfType<IRequestContract>())
        {
            _checkedByInterceptors[contract.Type] = true;
        }
    }

    /// <summary>Lets an endpoint be matched whose guard is there.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static bool IsMissing(IRequestContract contract) => contract.IsGuarded || _checkedByInterceptors.ContainsKey(contract.Type)
        ? false
        : throw new InvalidOperationException($"'{contract.Type.Name}' is named by [RequestMetadata<{contract.Type.Name}>] on a service, but nothing checks it on this server: write services.AddGrpc().AddTypedMetadata().");
}
