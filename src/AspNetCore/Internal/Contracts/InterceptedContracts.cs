using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Notes the contracts of services whose methods another component binds, so that interceptors check them.</summary>
internal static class InterceptedContracts
{
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Who binds services by their interfaces cannot be trimmed.")]
    internal static void Note([DynamicallyAccessedMembers(BindMethod.ServiceMembers)] Type service)
    {
        const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        IEnumerable<MemberInfo> members = [service, .. service.GetMethods(Instance), .. service.GetInterfaces().SelectMany(one => one.GetMethods(Instance).Prepend<MemberInfo>(one))];
        foreach (object attribute in members.SelectMany(member => member.GetCustomAttributes(inherit: true)))
        {
            if (((attribute as IRequestContract)?.Type ?? (attribute as TypedMethodAttribute)?.Service) is Type named)
            {
                ContractGuard.StandInInterceptors(named);
            }
        }
    }
}
