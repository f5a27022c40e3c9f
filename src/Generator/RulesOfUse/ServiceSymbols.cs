using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Tells gRPC services and their RPCs from other classes and methods.</summary>
internal static class ServiceSymbols
{
    /// <summary>Whether a class serves calls: protoc's plugin generated a base of it, or it has an interface of a code-first service. A base that is unknown gets the benefit of the doubt.</summary>
    internal static bool IsService(INamedTypeSymbol type) =>
        type.BasesAndSelf().Any(one => IsGeneratedBase(one) || one.TypeKind == TypeKind.Error) || type.AllInterfaces.Any(IsServiceInterface);

    /// <summary>Whether a method is an RPC of its class.</summary>
    internal static bool IsRpc(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (type.TypeKind == TypeKind.Interface)
        {
            return IsServiceInterface(type);
        }

        IMethodSymbol declared = method;
        while (declared.OverriddenMethod is IMethodSymbol overridden)
        {
            declared = overridden;
        }

        return IsGeneratedBase(declared.ContainingType)
            || type.BasesAndSelf().Any(one => one.TypeKind == TypeKind.Error)
            || type.AllInterfaces.Where(IsServiceInterface).SelectMany(one => one.GetMembers())
                .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));
    }

    internal static IEnumerable<INamedTypeSymbol> BasesAndSelf(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? one = type; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    // Old plugins wrote no attribute, but nested the class in the one that has BindService.
    internal static bool IsGeneratedBase(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "BindServiceMethodAttribute")
        || type is { IsAbstract: true, ContainingType: INamedTypeSymbol outer } && outer.GetMembers("BindService").OfType<IMethodSymbol>().Any(bind => bind.IsStatic && bind.Parameters.Any(one => SymbolEqualityComparer.Default.Equals(one.Type, type)));

    // Those of protobuf-net.Grpc.
    internal static bool IsServiceInterface(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ServiceContractAttribute" or "ServiceAttribute");
}
