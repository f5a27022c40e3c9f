namespace TypedMetadata;

/// <summary>Finds the breaking changes between two versions of a key.</summary>
internal static class KeyComparison
{
    internal static string Subject(ContractRecord record, ContractKey key) => $"The key '{key.Key}' of '{record.Name}'";

    internal static void Compare(ContractRecord record, ContractKey old, ContractKey current, List<ContractChange> changes)
    {
        string subject = Subject(record, old);
        if (KindOf(old) != KindOf(current))
        {
            Add(ContractRules.KindChanged, $"was {KindOf(old)} and is {KindOf(current)}, which breaks old clients and old servers", "keep it, and use a new key for the new kind");
        }
        else if (WhatChanged(old, current) is string change)
        {
            Add(ContractRules.FormatChanged, $"{change}, which breaks old clients and old servers", "keep it, and use a new key for the new values");
        }

        if (current.Required && !old.Required)
        {
            string whom = RecordComparison.IsRequest(record) ? "old clients that do not send it" : "new clients of old servers that do not send it";
            Add(ContractRules.BecameRequired, $"was optional and is required, which breaks {whom}", "make it nullable or give it a default value");
        }

        if (old.Required && !current.Required && RecordComparison.IsResponse(record))
        {
            Add(ContractRules.BecameOptional, "was required and is optional, which breaks old clients that rely on it", "keep it required");
        }

        if (old.Sensitive && !current.Sensitive)
        {
            Add(ContractRules.BecamePublic, "was sensitive and is not, so its values are printed and logged", "keep Sensitive = true");
        }

        if (old.List && current.List && RecordComparison.IsLower(old.MaxItems, current.MaxItems))
        {
            Add(ContractRules.LimitLowered, $"has at most {current.MaxItems} items, and had at most {(old.MaxItems is int most ? most : "any number")}, which breaks writers of lists that were valid", "keep MaxItems");
        }

        foreach (string alias in old.Aliases.Where(alias => alias != current.Key && !current.Aliases.Contains(alias)))
        {
            Add(ContractRules.AliasRemoved, $"is no longer read as '{alias}', which breaks peers that still send that key", $"keep '{alias}' in Aliases until nobody sends it");
        }

        void Add(string rule, string problem, string remedy) => changes.Add(new(rule, subject, problem, remedy) { Place = (record.Type, old.Key) });
    }

    private static string KindOf(ContractKey key) => $"{(key.Prefix ? "a prefix of keys with " : key.List ? "a list of " : "")}{key.Kind}";

    // A contract that another version of the library wrote may not have all members.
    private static string? WhatChanged(ContractKey old, ContractKey current) =>
        old.Type != current.Type && !AreBytes(old, current) ? $"was of type '{old.Type}' and is of type '{current.Type}'"
        : old.Format is not null && current.Format is not null && old.Format != current.Format && !AreBytes(old, current) ? $"had the format '{old.Format}' and has the format '{current.Format}'"
        : old.Scheme != current.Scheme ? $"had {(old.Scheme is null ? "no scheme" : $"the scheme '{old.Scheme}'")} and has {(current.Scheme is null ? "none" : $"'{current.Scheme}'")}"
        : (old.Separator ?? ",") != (current.Separator ?? ",") ? $"had the separator '{old.Separator ?? ","}' and has '{current.Separator ?? ","}'"
        : null;

    // All types of bytes have the same wire form.
    private static bool AreBytes(ContractKey old, ContractKey current) => IsBytes(old.Format) && IsBytes(current.Format);

    private static bool IsBytes(string? format) => format is "ByteArrayBinary" or "MemoryBinary" or "ImmutableArrayBinary" or "ByteStringBinary";
}
