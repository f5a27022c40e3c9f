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
            return false; // C# says that the name is unknown
        }

        string? problem = AliasedTypes.Has(target, context.Known.Compilation) ? "is of an assembly with an extern alias, by which generated code cannot name it"
            : context.IsService ? WhyNoService(target)
            : WhyNoClient(target);
        if (problem is not null)
        {
            string remedy = problem.EndsWith("it", StringComparison.Ordinal) ? "refer to the assembly without an alias too" : Remedy(target, context.IsService);
            context.Report(CallRuleDescriptors.BadTarget, context.TargetLocation, target.Name, problem, remedy);
        }

        return problem is null;
    }

    private static string? WhyNoService(INamedTypeSymbol target) =>
        ServiceSymbols.IsGeneratedBase(target) ? null : "is no base class of a gRPC service that protoc's plugin generated";

    private static string? WhyNoClient(INamedTypeSymbol target) =>
        target.BasesAndSelf().Any(one => Rpc.IsGrpc(one, "ClientBase") || Rpc.IsGrpc(one, "LiteClientBase"))
        && !target.IsAbstract
        && target.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility == Accessibility.Public && constructor.Parameters is [{ Type: var only }] && Rpc.IsGrpc(only, "CallInvoker"))
            ? null
            : "is no client that protoc's plugin generated";

    // The service's other class stands beside it.
    private static string Remedy(INamedTypeSymbol target, bool isService)
    {
        INamedTypeSymbol? service = target.ContainingType;
        INamedTypeSymbol? meant = service?.GetTypeMembers().FirstOrDefault(type => (isService ? WhyNoService(type) : WhyNoClient(type)) is null);
        return meant is null
            ? $"name the {(isService ? "base class" : "client")} of a service, such as 'Greeter.{(isService ? "GreeterBase" : "GreeterClient")}'"
            : $"name '{service!.Name}.{meant.Name}'";
    }
}
