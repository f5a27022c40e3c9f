using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Parsing;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.RulesOfCalls;

/// <summary>Request records of one call that write the same key: TMD127.</summary>
internal static class SharedKeyRule
{
    internal static void Check(INamedTypeSymbol type, List<RpcContract> contracts, KnownSymbols known, List<RecordDiagnostic> diagnostics, CancellationToken cancellation)
    {
        HashSet<(ISymbol, ISymbol)> seen = new();
        foreach (RpcContract contract in contracts)
        {
            for (int later = 1; later < contract.Requests.Count; later++)
            {
                foreach (ContractEntry other in contract.Requests.Take(later))
                {
                    Check(type, other, contract.Requests[later], known, diagnostics, seen, cancellation);
                }
            }
        }
    }

    private static void Check(
        INamedTypeSymbol type, ContractEntry first, ContractEntry second, KnownSymbols known, List<RecordDiagnostic> diagnostics, HashSet<(ISymbol, ISymbol)> seen, CancellationToken cancellation)
    {
        if (!seen.Add((first.Record, second.Record)))
        {
            return;
        }

        List<OwnedKey> keys = RecordParser.Keys(first.Record, known, cancellation);
        foreach (OwnedKey key in RecordParser.Keys(second.Record, known, cancellation).Where(key => keys.Exists(other => CompositionRules.Meet(key, other))))
        {
            diagnostics.Add(new RecordDiagnostic(
                CallRuleDescriptors.SharedKey, second.RecordLocation(type.Locations[0], cancellation), second.Owner, key.Name, first.Record.Name, second.Record.Name,
                "give one of the properties another key, or put both records in one"));
        }
    }
}
