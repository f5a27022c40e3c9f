using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The class that the attribute names: it must be one that protoc's plugin generated, TMD121.</summary>
internal static class CallsTarget
{
    internal static bool Check(CallsContext context)
    {
        if (context.Target is not INamedTypeSymbol target)
        {
            // C# itself reports a name that is unknown.
            return context.Attribute.AttributeClass!.TypeArguments is [IArrayTypeSymbol array] && Reject(context, array.ToDisplayString(), "is an array", Example(context.IsService));
        }

        if (AliasedTypes.Has(target, context.Known.Compilation))
        {
            return Reject(context, target.Name, "is of an assembly with an extern alias, by which generated code cannot name it", "refer to the assembly without an alias too");
        }

        string? problem = context.IsService ? WhyNoService(target) : WhyNoClient(target);
        return problem is null || Reject(context, target.Name, problem, Remedy(target, context.IsService));
    }

    /// <summary>The service of a target, as protoc's plugin generated it: both of its classes are nested in it.</summary>
    internal static INamedTypeSymbol? ServiceOf(INamedTypeSymbol? target, bool isService) =>
        target?.BasesAndSelf().FirstOrDefault(one => isService ? ServiceSymbols.IsGeneratedBase(one) : IsClientBase(one.BaseType))?.ContainingType;

    private static bool Reject(CallsContext context, string target, string problem, string remedy)
    {
        context.Report(CallRuleDescriptors.BadTarget, context.TargetLocation, target, problem, remedy);
        return false;
    }

    private static string? WhyNoService(INamedTypeSymbol target) =>
        !target.IsSealed && target.BasesAndSelf().Any(ServiceSymbols.IsGeneratedBase) ? null : "is not a service base class that protoc's plugin generated";

    private static string? WhyNoClient(INamedTypeSymbol target) =>
        target.BasesAndSelf().Any(IsClientBase)
        && !target.IsAbstract
        && target.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility == Accessibility.Public && constructor.Parameters is [{ Type: var only }] && Rpc.IsGrpc(only, "CallInvoker"))
            ? null
            : "is not a client that protoc's plugin generated";

    private static bool IsClientBase(INamedTypeSymbol? type) => Rpc.IsGrpc(type, "ClientBase") || Rpc.IsGrpc(type, "LiteClientBase");

    // Both of a service's classes are nested in one.
    private static string Remedy(INamedTypeSymbol target, bool isService)
    {
        INamedTypeSymbol? meant = new[] { target, target.ContainingType }.OfType<INamedTypeSymbol>().SelectMany(service => service.GetTypeMembers())
            .FirstOrDefault(type => (isService ? WhyNoService(type) : WhyNoClient(type)) is null);
        return meant is null ? Example(isService) : $"name '{meant.ContainingType.Name}.{meant.Name}'";
    }

    private static string Example(bool isService) => isService ? "name the base class of a service, such as 'Greeter.GreeterBase'" : "name the client of a service, such as 'Greeter.GreeterClient'";
}
