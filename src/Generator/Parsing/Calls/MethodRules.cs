using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The <c>Method</c> of a contract's attribute: TMD122. A name that is no RPC's would be checked by nobody.</summary>
internal static class MethodRules
{
    /// <summary>The property of the diagnostic that lists the names of the RPCs, nearest first, for the code fix.</summary>
    internal const string Names = "Names";

    private const string Async = "Async";

    /// <summary>Looks at the attributes of a service that is not typed, and of methods.</summary>
    internal static void Check(ISymbol declared, List<RecordDiagnostic> diagnostics, CancellationToken cancellation)
    {
        if (ReservedMembers.IsOurs(declared))
        {
            return; // the generated methods of a typed service repeat its contract as it is
        }

        List<string>? names = null;
        foreach (ContractEntry entry in ContractEntry.Of(declared))
        {
            if (entry.Method is not string method)
            {
                continue;
            }

            if (declared is IMethodSymbol)
            {
                diagnostics.Add(new(CallRuleDescriptors.BadMethod, entry.MethodLocation(declared.Locations[0], cancellation), method, $"is set as Method on the method '{declared.Name}', where it is not allowed", "remove Method"));
                continue;
            }

            names ??= declared is INamedTypeSymbol type && ServiceSymbols.IsService(type) ? NamesOf(type) : [];
            if (names.Count != 0 && !names.Contains(method))
            {
                Report(entry, method, names, declared.Locations[0], cancellation, diagnostics);
            }
        }
    }

    internal static void Report(ContractEntry entry, string method, IEnumerable<string> names, Location other, CancellationToken cancellation, List<RecordDiagnostic> diagnostics)
    {
        string[] nearestFirst = [.. names.OrderBy(name => Distance(name, method))];
        diagnostics.Add(new RecordDiagnostic(CallRuleDescriptors.BadMethod, entry.MethodLocation(other, cancellation), method, "is not an RPC of the service", $"use one of its RPCs, such as '{nearestFirst[0]}'")
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(Names, string.Join(",", nearestFirst)),
        });
    }

    private static List<string> NamesOf(INamedTypeSymbol service)
    {
        INamedTypeSymbol[] interfaces = [.. service.AllInterfaces.Append(service).Where(ServiceSymbols.IsServiceInterface)];
        return interfaces.Length == 0
            ? [.. Rpc.OfService(service).Select(rpc => rpc.Name)]
            : [.. interfaces.SelectMany(one => one.GetMembers()).OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary).SelectMany(NamesOfOperation).Distinct()];
    }

    // An attribute may name the operation. Else protobuf-net.Grpc removes "Async" from the method's name, and ServiceModel.Grpc does not.
    private static IEnumerable<string> NamesOfOperation(IMethodSymbol method) =>
    [
        .. method.Name.EndsWith(Async, StringComparison.Ordinal) ? [method.Name.Substring(0, method.Name.Length - Async.Length)] : Array.Empty<string>(),
        method.Name,
        .. method.GetAttributes().Where(attribute => attribute.AttributeClass?.Name is "OperationAttribute" or "OperationContractAttribute")
            .SelectMany(attribute => attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value)))
            .Where(value => value.Kind == TypedConstantKind.Primitive).Select(value => value.Value).OfType<string>(),
    ];

    // Edits of one character, as in every spelling corrector.
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
