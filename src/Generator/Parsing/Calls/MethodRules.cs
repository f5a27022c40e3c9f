using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The <c>Method</c> of a contract's attribute: TMD122. A name that is no RPC's would be checked by nobody.</summary>
internal static class MethodRules
{
    /// <summary>The property of the diagnostic that lists the names of RPCs, for the code fix.</summary>
    internal const string Names = "Names";

    /// <summary>Looks at the attributes of a service that is not typed, and of methods.</summary>
    internal static void Check(ISymbol declared, List<RecordDiagnostic> diagnostics, CancellationToken cancellation)
    {
        List<string>? names = null;
        foreach (ContractEntry entry in ContractEntry.Of(declared))
        {
            if (entry.Method is not string method)
            {
                continue;
            }

            if (declared is IMethodSymbol)
            {
                diagnostics.Add(new(CallRuleDescriptors.BadMethod, entry.MethodLocation(declared.Locations[0], cancellation), method, $"stands on the method '{declared.Name}', which it is said of", "remove Method"));
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
        string nearest = names.OrderBy(name => Distance(name, method)).First();
        diagnostics.Add(new RecordDiagnostic(CallRuleDescriptors.BadMethod, entry.MethodLocation(other, cancellation), method, "is no RPC of the service", $"name one of its RPCs, such as '{nearest}'")
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(Names, string.Join(",", names)),
        });
    }

    private static List<string> NamesOf(INamedTypeSymbol service) => service.TypeKind == TypeKind.Interface || service.AllInterfaces.Any(ServiceSymbols.IsServiceInterface)
        ? [.. service.AllInterfaces.Append(service).SelectMany(one => one.GetMembers()).OfType<IMethodSymbol>().Select(method => method.Name)]
        : [.. Rpc.OfService(service).Select(rpc => rpc.Name)];

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
