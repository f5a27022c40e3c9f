using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// Finds the methods that users write in typed services. gRPC binds the generated methods that call them, so their attributes, such as [Authorize], must be added to the endpoints.
/// </summary>
internal static class TypedMethods
{
    /// <summary>Returns the attributes of the user's method behind a generated method, and none for other methods.</summary>
    internal static object[] AttributesBehind(MethodInfo method, [DynamicallyAccessedMembers(BindMethod.ServiceMembers)] Type service) =>
        method.IsDefined(typeof(TypedMethodAttribute), inherit: false) ? Behind(method, service).GetCustomAttributes(inherit: true) : [];

    /// <summary>Throws if another component creates endpoints for a service whose methods have attributes, because they would have no effect on those endpoints.</summary>
    /// <exception cref="InvalidOperationException">A method has an attribute.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The methods of the service and of its bases are kept.")]
    internal static void ThrowIfAttributesAreLost([DynamicallyAccessedMembers(BindMethod.ServiceMembers)] Type service)
    {
        foreach (MethodInfo method in service.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        {
            if (AttributesBehind(method, service).FirstOrDefault(IsOfEndpoint) is object lost)
            {
                throw new InvalidOperationException(
                    $"[{lost.GetType().Name}] on '{service.Name}.{method.Name}' would have no effect on some endpoints, because another component, such as JSON transcoding, creates endpoints for this service and does not read attributes of typed methods. Move the attribute to the class.");
            }
        }
    }

    // The compiler adds attributes of its own to methods.
    private static bool IsOfEndpoint(object attribute) =>
        attribute is not (ObsoleteAttribute or System.CodeDom.Compiler.GeneratedCodeAttribute)
        && attribute.GetType().Namespace is not ("System.Runtime.CompilerServices" or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis" or "System.ComponentModel");

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The methods of the service and of its bases are kept.")]
    private static MethodInfo Behind(MethodInfo method, Type service) => service
        .GetMethods(BindingFlags.NonPublic | BindingFlags.Instance)
        .Single(one => one.Name == method.Name && one.IsVirtual && one.GetBaseDefinition().DeclaringType == method.DeclaringType);
}
