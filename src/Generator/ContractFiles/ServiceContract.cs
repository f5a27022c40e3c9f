using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>The services of typed clients and typed services in the terms of a contract. Several ends of one service are described together.</summary>
internal static class ServiceContract
{
    internal static ContractService[] Of(List<ServiceEnd> ends, Compilation compilation) =>
    [
        .. ends.OrderBy(static end => end.Type.ToDisplayString(), StringComparer.Ordinal)
            .GroupBy(end => NameOf(end, compilation), StringComparer.Ordinal)
            .OrderBy(static service => service.Key, StringComparer.Ordinal)
            .Select(static service => new ContractService
            {
                Name = service.Key,
                Methods = [.. service.SelectMany(static end => end.Calls.Contracts).GroupBy(static contract => contract.Rpc.Name, StringComparer.Ordinal).Select(static rpc => Method(rpc.Key, [.. rpc]))],
            }),
    ];

    private static ContractMethod Method(string name, List<RpcContract> contracts) => new()
    {
        Name = name,
        Kind = contracts[0].Rpc.Kind switch
        {
            RpcKind.Unary => "unary",
            RpcKind.ClientStreaming => "client-streaming",
            RpcKind.ServerStreaming => "server-streaming",
            _ => "duplex-streaming",
        },
        Request =
        [
            .. contracts.SelectMany(static contract => contract.Requests).GroupBy(TypeOf, StringComparer.Ordinal)
                .Select(static uses => new ContractUse { Record = uses.Key, Enforcement = uses.All(static use => use.IsReported) ? "report-only" : "reject" }),
        ],
        Initial = Responses(contracts.Select(static contract => contract.Initial)),
        Trailing = Responses(contracts.Select(static contract => contract.Trailing)),
    };

    private static ContractUse[] Responses(IEnumerable<ContractEntry?> entries) =>
        [.. entries.OfType<ContractEntry>().Select(TypeOf).Distinct(StringComparer.Ordinal).Select(static record => new ContractUse { Record = record })];

    private static string TypeOf(ContractEntry entry) => RecordContract.TypeName(entry.Record.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    // The name on the wire is in protoc's code. Of a compiled assembly only the class that protoc generated is seen, whose name serves as well to compare versions.
    private static string NameOf(ServiceEnd end, Compilation compilation)
    {
        INamedTypeSymbol service = end.Service;
        return SymbolEqualityComparer.Default.Equals(service.ContainingAssembly, compilation.Assembly)
            && service.GetMembers("__ServiceName").FirstOrDefault()?.DeclaringSyntaxReferences is [var field]
            && field.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax name }
                ? name.Token.ValueText
                : RecordContract.TypeName(service.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
    }
}

/// <summary>A typed client or a typed service of the project.</summary>
internal sealed record ServiceEnd(INamedTypeSymbol Type, AttributeData Attribute, ParsedCalls Calls)
{
    /// <summary>The class of protoc's that holds both of the service's classes.</summary>
    internal INamedTypeSymbol Service
    {
        get
        {
            INamedTypeSymbol target = (INamedTypeSymbol)Attribute.AttributeClass!.TypeArguments[0];
            return CallsTarget.ServiceOf(target, Calls.Model!.IsService) ?? target;
        }
    }

    /// <summary>The records that it names.</summary>
    internal IEnumerable<INamedTypeSymbol> Records =>
        Calls.Contracts.SelectMany(static contract => contract.Requests.Append(contract.Initial).Append(contract.Trailing)).OfType<ContractEntry>().Select(static entry => entry.Record);
}
