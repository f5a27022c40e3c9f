using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Emitting;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Makes the model of an RPC.</summary>
internal static class RpcModelBuilder
{
    // Parameters and locals of the generated methods.
    private static readonly string[] _ownNames = ["request", "requestStream", "responseStream", "deadline", "cancellationToken", "options", "call", "context", "metadata"];

    internal static RpcModel Of(RpcContract contract, CallsContext context)
    {
        Rpc rpc = contract.Rpc;
        IEnumerable<INamedTypeSymbol> records = contract.Requests.Append(contract.Initial).Append(contract.Trailing).OfType<ContractEntry>().Select(entry => entry.Record);
        return new(
            Identifiers.Escape(rpc.Name),
            Identifiers.Escape(rpc.Method.Name),
            Name(rpc.Method.ContainingType),
            rpc.Kind,
            Name(rpc.Request),
            Name(rpc.Response),
            Visibilities.Of(context.Type, [rpc.Request, rpc.Response, .. records]),
            Obsolete(rpc.Method),
            new(Requests(contract.Requests).ToImmutableArray()),
            contract.Initial is null ? null : Name(contract.Initial.Record),
            contract.Trailing is null ? null : Name(contract.Trailing.Record),
            context.Contract is null ? default : new(Attributes(contract, context.Type).ToImmutableArray()));
    }

    private static IEnumerable<RequestRecord> Requests(List<ContractEntry> records)
    {
        HashSet<string> taken = [.. _ownNames];
        foreach (ContractEntry entry in records)
        {
            string name = char.ToLowerInvariant(entry.Record.Name[0]) + entry.Record.Name.Substring(1);
            string free = taken.Contains(name) ? name + "Metadata" : name;
            for (int number = 2; !taken.Add(free); number++)
            {
                free = name + number;
            }

            yield return new RequestRecord(Name(entry.Record), Identifiers.Escape(free), !entry.IsReported);
        }
    }

    // What stands on the class itself, the server finds there.
    private static IEnumerable<string> Attributes(RpcContract contract, INamedTypeSymbol type) =>
        contract.Requests.Append(contract.Initial).Append(contract.Trailing).OfType<ContractEntry>()
            .Where(entry => !type.GetAttributes().Contains(entry.Attribute))
            .Select(entry => $"[{EmittedNames.Root}{entry.Position.Name}Metadata<{Name(entry.Record)}>{Options(entry)}]");

    // With its method, since the server lets what is said of one RPC replace what the class says of all.
    private static string Options(ContractEntry entry)
    {
        List<string> options = [];
        if (entry.Method is string method)
        {
            options.Add($"Method = {Identifiers.Literal(method)}");
        }

        if (entry.IsReported)
        {
            options.Add($"Enforcement = {EmittedNames.Root}ContractEnforcement.ReportOnly");
        }

        return options.Count == 0 ? "" : $"({string.Join(", ", options)})";
    }

    private static string? Obsolete(IMethodSymbol method)
    {
        AttributeData? attribute = method.GetAttributes().FirstOrDefault(one => one.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" });
        return attribute is null ? null
            : attribute.ConstructorArguments is [{ Value: string message }, ..] ? $"[global::System.Obsolete({Identifiers.Literal(message)})]"
            : "[global::System.Obsolete]";
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(TypeModelBuilder.FullName);
}
