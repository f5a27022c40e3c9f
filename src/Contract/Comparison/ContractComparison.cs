namespace TypedMetadata;

/// <summary>Finds the breaking changes between two contracts, for old clients of a new server and for new clients of an old server.</summary>
internal static class ContractComparison
{
    /// <summary>Compares two contracts.</summary>
    /// <returns>The breaking changes, in the order of the old contract.</returns>
    internal static IReadOnlyList<ContractChange> Compare(ContractDocument old, ContractDocument current)
    {
        RenamedRecords renamed = new(old, current);
        List<ContractChange> changes = [];
        foreach (ContractRecord record in old.Records)
        {
            if (renamed.Now(record.Type) is ContractRecord now)
            {
                RecordComparison.Compare(record, now, changes);
            }
            else
            {
                changes.Add(new(
                    ContractRules.RecordRemoved, $"The record '{record.Type}'", "was removed, which breaks old clients that send or read it",
                    "keep it, or accept the change in the contract file")
                { Place = (record.Type, null) });
            }
        }

        MethodComparison.Compare(old, current, renamed, changes);
        return changes;
    }
}

/// <summary>Finds the records of an old contract in a new one. A record with the same positions and keys is the same record, even if its C# type was renamed.</summary>
internal sealed class RenamedRecords
{
    private readonly Dictionary<string, ContractRecord> _now = [];

    internal RenamedRecords(ContractDocument old, ContractDocument current)
    {
        Dictionary<string, ContractRecord> byType = [];
        foreach (ContractRecord record in current.Records)
        {
            byType[record.Type] = record;
        }

        HashSet<string> known = [.. old.Records.Select(static record => record.Type)];
        List<ContractRecord> added = [.. current.Records.Where(record => !known.Contains(record.Type))];
        foreach (ContractRecord record in old.Records)
        {
            if (byType.TryGetValue(record.Type, out ContractRecord? same))
            {
                _now[record.Type] = same;
            }
            else if (added.Find(one => IsSame(record, one)) is ContractRecord other)
            {
                _now[record.Type] = other;
                added.Remove(other);
            }
        }
    }

    internal ContractRecord? Now(string type) => _now.TryGetValue(type, out ContractRecord? record) ? record : null;

    private static bool IsSame(ContractRecord record, ContractRecord other) =>
        record.Positions.SequenceEqual(other.Positions) && record.Keys.Select(static key => key.Key).SequenceEqual(other.Keys.Select(static key => key.Key));
}
