namespace TypedMetadata;

/// <summary>Finds the breaking changes between two versions of a record.</summary>
internal static class RecordComparison
{
    internal static void Compare(ContractRecord old, ContractRecord current, List<ContractChange> changes)
    {
        foreach (string position in old.Positions.Where(position => !current.Positions.Contains(position)))
        {
            changes.Add(new(
                ContractRules.RecordRemoved, $"The record '{old.Name}'", $"is no longer {position} metadata, which breaks old clients that use it there",
                "keep the position")
            { Place = (old.Type, null) });
        }

        if (IsLower(old.MaxSize, current.MaxSize))
        {
            changes.Add(new(
                ContractRules.LimitLowered, $"MaxSize of the record '{old.Name}'", $"was lowered to {current.MaxSize}, which breaks writers of values that were valid",
                "keep the old limit")
            { Place = (old.Type, null) });
        }

        foreach (ContractKey key in old.Keys)
        {
            if (current.Keys.FirstOrDefault(one => one.Key == key.Key) is ContractKey same)
            {
                KeyComparison.Compare(old, key, same, changes);
            }
            else if (current.Keys.FirstOrDefault(one => one.Aliases.Contains(key.Key)) is ContractKey renamed && !IsResponse(old))
            {
                // This is the way to rename a key of requests: the new key is written, and the old key is still read.
                KeyComparison.Compare(old, key, renamed, changes);
            }
            else
            {
                changes.Add(new(
                    ContractRules.KeyRemoved, KeyComparison.Subject(old, key), IsRequest(old)
                        ? "was removed, so values of old clients are ignored, and old servers miss what new clients no longer send"
                        : "was removed, which breaks old clients that read it",
                    IsResponse(old) ? "keep it; to rename it, send both keys until all clients read the new one" : $"keep it; if it was renamed, add Aliases = [\"{key.Key}\"]")
                { Place = (old.Type, key.Key) });
            }
        }

        foreach (ContractKey added in current.Keys.Where(key => key.Required && !old.Keys.Any(one => one.Key == key.Key || key.Aliases.Contains(one.Key))))
        {
            changes.Add(new(
                ContractRules.BecameRequired, KeyComparison.Subject(old, added), IsRequest(old)
                    ? "is new and required, which breaks old clients that do not send it"
                    : "is new and required, which breaks new clients of old servers that do not send it",
                "make it nullable or give it a default value")
            { Place = (old.Type, null) });
        }
    }

    internal static bool IsRequest(ContractRecord record) => record.Positions.Contains("request");

    internal static bool IsResponse(ContractRecord record) => record.Positions.Any(static position => position != "request");

    internal static bool IsLower(int? old, int? current) => current is int limit && (old is null || limit < old);
}
