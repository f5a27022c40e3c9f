using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>Finds the static method that protoc's plugin generates beside a service's base class, as grpc-dotnet does.</summary>
internal static class BindMethod
{
    /// <summary>The members of a service that grpc-dotnet keeps when an application is trimmed.</summary>
    internal const DynamicallyAccessedMemberTypes ServiceMembers =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods;

    private const string Name = "BindService";

    /// <summary>The method, or null for a type that is no service of protoc's plugin.</summary>
    internal static MethodInfo? Of(Type service) => ByAttribute(service) ?? ByHierarchy(service);

    private static MethodInfo? ByAttribute(Type service)
    {
        for (Type? type = service; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is BindServiceMethodAttribute found)
            {
                return found.BindType.GetMethod(found.BindMethodName, BindingFlags.Public | BindingFlags.Static, [typeof(ServiceBinderBase), type]);
            }
        }

        return null;
    }

    // Old plugins wrote no attribute. Their base class is nested in the class that has the method, and derives from Object alone.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As in grpc-dotnet: a base class without the attribute cannot be checked.")]
    private static MethodInfo? ByHierarchy(Type service)
    {
        Type? type = service.BaseType;
        while (type?.BaseType?.BaseType is not null)
        {
            type = type.BaseType;
        }

        return type?.DeclaringType?.GetMethod(Name, BindingFlags.Public | BindingFlags.Static, [typeof(ServiceBinderBase), type]);
    }
}
