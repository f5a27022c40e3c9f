using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>The services that a project maps, and whether it ever calls <c>AddTypedMetadata()</c>: TMD113.</summary>
internal sealed class ServiceSetup(UsageSymbols known)
{
    private readonly ConcurrentBag<(IInvocationOperation Call, INamedTypeSymbol Service)> _mapped = new();
    private volatile bool _isTyped;

    /// <summary>Takes note of a call.</summary>
    internal void See(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method is { Name: "AddTypedMetadata", ContainingType.Name: "GrpcServerBuilderExtensions" })
        {
            _isTyped = true;
        }
        else if (method is { Name: "MapGrpcService", ContainingType.Name: "GrpcEndpointRouteBuilderExtensions", TypeArguments: [INamedTypeSymbol service] } && NamesMetadata(service))
        {
            _mapped.Add((call, service));
        }
    }

    /// <summary>Reports the services that nobody checks.</summary>
    internal void Report(Action<Diagnostic> report)
    {
        if (_isTyped)
        {
            return;
        }

        foreach ((IInvocationOperation call, INamedTypeSymbol service) in _mapped)
        {
            report(Diagnostic.Create(UsageRuleDescriptors.UncheckedContract, call.Syntax.GetLocation(), service.Name));
        }
    }

    private bool NamesMetadata(INamedTypeSymbol service) =>
        service.BasesAndSelf().Concat(service.AllInterfaces).Any(type => IsNamedOn(type) || type.GetMembers().OfType<IMethodSymbol>().Any(IsNamedOn));

    private bool IsNamedOn(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is INamedTypeSymbol named && known.ContractPosition(named) is not null);
}
