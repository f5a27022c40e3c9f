using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The records of each RPC, as the attributes of a contract name them: TMD122 to TMD124.</summary>
internal static class ContractParser
{
    internal static List<RpcContract> Parse(List<Rpc> rpcs, CallsContext context)
    {
        List<ContractEntry> entries = [.. Entries(context).Where(entry => Check(entry, rpcs, context))];
        CheckTwice(entries, context);
        return [.. rpcs.Select(rpc => new RpcContract(rpc, Requests(rpc, entries), Response(Position.Initial, rpc, entries), Response(Position.Trailing, rpc, entries)))];
    }

    private static IEnumerable<ContractEntry> Entries(CallsContext context) =>
        (context.Contract is null ? [] : ContractEntry.Of(context.Contract)).Concat(ContractEntry.Of(context.Type));

    private static bool Check(ContractEntry entry, List<Rpc> rpcs, CallsContext context)
    {
        if (entry.Method is string method && rpcs.Count != 0 && !rpcs.Exists(rpc => rpc.Name == method))
        {
            MethodRules.Report(entry, method, rpcs.Select(rpc => rpc.Name), context.Location, context.Cancellation, context.Diagnostics);
            return false;
        }

        AttributeData? attribute = context.Known.Find(entry.Record, context.Known.GrpcMetadata);
        if (WhyNot(entry, attribute, context) is (string problem, string remedy))
        {
            context.Report(CallRuleDescriptors.BadRecord, entry.RecordLocation(context.Location, context.Cancellation), entry.Record.Name, entry.Position.Name, problem, remedy);
            return false;
        }

        // A record that can have no code of ours says so itself.
        return entry.Record.DeclaringSyntaxReferences.IsEmpty || ShapeRules.AllowAnotherPart(new RecordContext(entry.Record, attribute!, context.Known, context.Cancellation));
    }

    private static (string Problem, string Remedy)? WhyNot(ContractEntry entry, AttributeData? attribute, CallsContext context)
    {
        string position = entry.Position == Position.Request ? "" : $"(MetadataPositions.{entry.Position.Name})";
        return attribute is null ? ("it is not a metadata record", $"make it a [GrpcMetadata{position}] partial record")
            : !TypeModelBuilder.Positions(attribute).Contains(entry.Position.Name) ? ($"it is not {entry.Position.Adjective} metadata", $"add MetadataPositions.{entry.Position.Name} to its [GrpcMetadata]")
            : entry.Record.IsAbstract ? ("it is abstract", "name a record that derives from it")
            : !Visibilities.AreMet(context.Type, entry.Record) ? ($"it is less visible than '{context.Type.Name}'", "make it internal")
            : AliasedTypes.Has(entry.Record, context.Known.Compilation) ? ("its assembly has an extern alias, by which generated code cannot name it", "refer to the assembly without an alias too")
            : RecordShape.IsBuiltWithoutGenerator(entry.Record) ? ("its assembly was built without the generator", "build it with TypedMetadata")
            : null;
    }

    // What is said of one RPC goes before what is said of all, so the two may differ.
    private static void CheckTwice(List<ContractEntry> entries, CallsContext context)
    {
        for (int later = 1; later < entries.Count; later++)
        {
            ContractEntry entry = entries[later];
            ContractEntry? other = entries.Take(later).FirstOrDefault(one =>
                one.Position == entry.Position && one.Method == entry.Method && (entry.Position != Position.Request || SymbolEqualityComparer.Default.Equals(one.Record, entry.Record)));
            if (other is not null)
            {
                (string what, string remedy) = entry.Position == Position.Request
                    ? ($"the record '{entry.Record.Name}' twice", "remove one of the attributes")
                    : ($"two records of {entry.Position.Adjective} metadata, '{other.Record.Name}' and '{entry.Record.Name}'", "keep one, or put the properties of both in one record");
                context.Report(CallRuleDescriptors.TwoRecords, entry.RecordLocation(context.Location, context.Cancellation), entry.Method ?? entry.Owner, what, remedy);
            }
        }
    }

    private static List<ContractEntry> Requests(Rpc rpc, List<ContractEntry> entries)
    {
        List<ContractEntry> records = [];
        foreach (ContractEntry entry in entries.Where(entry => entry.Position == Position.Request && IsOf(rpc, entry)))
        {
            int known = records.FindIndex(other => SymbolEqualityComparer.Default.Equals(other.Record, entry.Record));
            if (known < 0)
            {
                records.Add(entry);
            }
            else if (entry.Method is not null)
            {
                records[known] = entry;
            }
        }

        return records;
    }

    private static ContractEntry? Response(Position position, Rpc rpc, List<ContractEntry> entries) =>
        entries.Where(entry => entry.Position == position && IsOf(rpc, entry)).OrderBy(entry => entry.Method is null).FirstOrDefault();

    private static bool IsOf(Rpc rpc, ContractEntry entry) => entry.Method is null || entry.Method == rpc.Name;
}
