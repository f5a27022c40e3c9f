using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>
/// Decides everything about one typed client or typed service: what the generator prints and what the analyzer reports. What breaks a rule is left out of the model, so that the rest
/// of the class is there and the rule's own message is the only one.
/// </summary>
internal static class CallsParser
{
    internal const string ClientName = "TypedMetadata.TypedClientAttribute`1";
    internal const string ServiceName = "TypedMetadata.TypedServiceAttribute`1";

    /// <summary>Whether an attribute makes a class a typed client or a typed service.</summary>
    internal static bool IsOurs(INamedTypeSymbol? attribute) =>
        attribute is { MetadataName: "TypedClientAttribute`1" or "TypedServiceAttribute`1", ContainingNamespace: { Name: "TypedMetadata", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The records of each RPC of a typed client or service of another assembly.</summary>
    internal static List<RpcContract> ContractsOf(INamedTypeSymbol type, AttributeData attribute, KnownSymbols known, CancellationToken cancellation)
    {
        CallsContext context = new(type, attribute, known, cancellation);
        return ContractParser.Parse(Rpcs(context), context);
    }

    internal static ParsedCalls Parse(INamedTypeSymbol type, AttributeData attribute, KnownSymbols known, CancellationToken cancellation)
    {
        CallsContext context = new(type, attribute, known, cancellation);
        if (!CallsShapeRules.AllowAnotherPart(context))
        {
            return new ParsedCalls(null, [], context.Diagnostics);
        }

        bool hasTarget = CallsTarget.Check(context);
        List<Rpc> rpcs = hasTarget ? Rpcs(context) : [];
        string? target = hasTarget ? context.Target!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;
        context.Constructors.AddRange(target is null ? [] : [target]);
        CallsShapeRules.CheckNames(rpcs, context);
        List<RpcContract> contracts = ContractParser.Parse(rpcs, context);
        CallsModel model = new(
            context.Declaration,
            context.IsService,
            target,
            type.BaseType is { SpecialType: SpecialType.System_Object },
            Visibilities.Of(type, hasTarget ? [context.Target!] : []),
            context.ClientProperty,
            new(context.Constructors.ToImmutableArray()),
            new(contracts.Where(contract => !context.Taken.Contains(contract.Rpc.Name)).Select(contract => RpcModelBuilder.Of(contract, context)).ToImmutableArray()),
            new(context.Diagnostics.Where(diagnostic => diagnostic.IsStructural).Select(diagnostic => diagnostic.Text).ToImmutableArray()));
        return new ParsedCalls(model, contracts, context.Diagnostics);
    }

    // A typed service may name a class of the user's as its base, which may seal some of the methods.
    private static List<Rpc> Rpcs(CallsContext context) => context switch
    {
        { Target: null } => [],
        { IsService: false, Target: var client } => [.. Rpc.OfClient(client)],
        { Type.BaseType: { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } parent } => [.. Rpc.OfService(parent)],
        { Target: var service } => [.. Rpc.OfService(service)],
    };
}

/// <summary>What the parser returns.</summary>
/// <param name="Model">The model, or null for a class that can have no other part.</param>
/// <param name="Contracts">The records of each RPC.</param>
/// <param name="Diagnostics">Every rule that is broken.</param>
internal sealed record ParsedCalls(CallsModel? Model, List<RpcContract> Contracts, List<RecordDiagnostic> Diagnostics);

/// <summary>The records of one RPC.</summary>
internal sealed record RpcContract(Rpc Rpc, List<ContractEntry> Requests, ContractEntry? Initial, ContractEntry? Trailing);
