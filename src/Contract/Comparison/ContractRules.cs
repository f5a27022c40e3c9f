namespace TypedMetadata;

/// <summary>The ids of the rules about changes of a contract.</summary>
internal static class ContractRules
{
    internal const string KeyRemoved = "TMD130";
    internal const string KindChanged = "TMD131";
    internal const string FormatChanged = "TMD132";
    internal const string BecameRequired = "TMD133";
    internal const string BecameOptional = "TMD134";
    internal const string BecamePublic = "TMD135";
    internal const string LimitLowered = "TMD136";
    internal const string AliasRemoved = "TMD137";
    internal const string RecordRemoved = "TMD138";

    /// <summary>Returns the title of a rule, for a report.</summary>
    internal static string TitleOf(string rule) => rule switch
    {
        KeyRemoved => "Metadata key was removed",
        KindChanged => "Kind of a metadata key was changed",
        FormatChanged => "Type or format of a metadata key was changed",
        BecameRequired => "Metadata became required",
        BecameOptional => "Required response key became optional",
        BecamePublic => "Sensitive key became public",
        LimitLowered => "Limit of metadata was lowered",
        AliasRemoved => "Alias of a metadata key was removed",
        RecordRemoved => "Record, position or RPC was removed",
        _ => rule,
    };
}
