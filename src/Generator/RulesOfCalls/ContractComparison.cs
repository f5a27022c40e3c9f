using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.RulesOfCalls;

/// <summary>A typed client or a typed service, with the records of its RPCs.</summary>
/// <param name="Attribute">The attribute that makes it one.</param>
internal sealed record ContractEnd(INamedTypeSymbol Type, bool IsService, AttributeData Attribute, List<RpcContract> Contracts)
{
    /// <summary>The service that both ends have in common.</summary>
    internal INamedTypeSymbol? Service => CallsTarget.ServiceOf(Attribute.AttributeClass!.TypeArguments[0] as INamedTypeSymbol, IsService);
}

/// <summary>Typed clients and typed services of one gRPC service that do not go together: TMD125. The other end may be in an assembly that the project refers to.</summary>
internal static class ContractComparison
{
    internal static void Report(ContractEnd[] here, KnownSymbols known, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (here.Length == 0)
        {
            return;
        }

        List<ContractEnd> all = [.. here, .. Elsewhere(known, cancellation)];
        foreach (ContractEnd client in all.Where(end => !end.IsService))
        {
            ContractEnd[] services = [.. all.Where(end => end.IsService && end.Service is not null && SymbolEqualityComparer.Default.Equals(end.Service, client.Service))];

            // A solution may have several versions of a service; one that goes with the client is enough. If both ends are elsewhere, their own project reports it.
            if (services.Length != 0
                && Array.TrueForAll(services, service => Difference(client, service) is not null)
                && Array.Find(services, service => here.Contains(client) || here.Contains(service)) is ContractEnd other)
            {
                (string rpc, string difference) = Difference(client, other)!.Value;
                ContractEnd place = here.Contains(client) ? client : other;
                report(Diagnostic.Create(CallRuleDescriptors.DifferentContracts, place.Type.Locations[0], client.Type.Name, other.Type.Name, rpc, difference));
            }
        }
    }

    // Only what breaks: a client may send more than the service reads, and a service may send more than the client reads.
    private static (string Rpc, string Difference)? Difference(ContractEnd client, ContractEnd service)
    {
        foreach (RpcContract sent in client.Contracts)
        {
            if (service.Contracts.Find(one => one.Rpc.Name == sent.Rpc.Name) is not RpcContract handled)
            {
                continue;
            }

            string? difference = handled.Requests.Where(entry => !entry.IsReported && !sent.Requests.Exists(other => Same(other, entry))).Select(entry => $"the service requires '{entry.Record.Name}', which the client does not send").FirstOrDefault()
                ?? Unsent(sent.Initial, handled.Initial)
                ?? Unsent(sent.Trailing, handled.Trailing);
            if (difference is not null)
            {
                return (sent.Rpc.Name, difference);
            }
        }

        return null;
    }

    private static string? Unsent(ContractEntry? expected, ContractEntry? sent) =>
        expected is null || Same(expected, sent) ? null : $"the client expects '{expected.Record.Name}' as {expected.Position.Adjective} metadata, which the service does not send";

    private static bool Same(ContractEntry one, ContractEntry? other) => SymbolEqualityComparer.Default.Equals(one.Record, other?.Record);

    private static IEnumerable<ContractEnd> Elsewhere(KnownSymbols known, CancellationToken cancellation) =>
        from assembly in known.Compilation.SourceModule.ReferencedAssemblySymbols
        where assembly.Modules.Any(module => module.ReferencedAssemblies.Any(one => one.Name == "TypedMetadata"))
        from type in Types(assembly.GlobalNamespace)
        from attribute in type.GetAttributes()
        where CallsParser.IsOurs(attribute.AttributeClass)
        select new ContractEnd(type, attribute.AttributeClass!.Name == "TypedServiceAttribute", attribute, CallsParser.ContractsOf(type, attribute, known, cancellation));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol owner) => owner.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type => Types(type).Prepend(type),
        _ => [],
    });
}
