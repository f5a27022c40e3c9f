using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>Every rule about the contract file.</summary>
internal static class ContractRuleDescriptors
{
    public static readonly DiagnosticDescriptor KeyRemoved = Change(
        ContractRules.KeyRemoved,
        "Peers of an older version still send the key or read it.");

    public static readonly DiagnosticDescriptor KindChanged = Change(
        ContractRules.KindChanged,
        "Text, bytes, lists and prefixes of keys are different on the wire, so each end fails to read the other's values.");

    public static readonly DiagnosticDescriptor FormatChanged = Change(
        ContractRules.FormatChanged,
        "A value that one end writes is malformed or means something else at the other end.");

    public static readonly DiagnosticDescriptor BecameRequired = Change(
        ContractRules.BecameRequired,
        "Peers of an older version do not send the key, so reading the record fails.");

    public static readonly DiagnosticDescriptor BecameOptional = Change(
        ContractRules.BecameOptional,
        "Clients of an older version require the key, so reading the response metadata fails where it is absent.");

    public static readonly DiagnosticDescriptor BecamePublic = Change(
        ContractRules.BecamePublic,
        "The values of sensitive keys are redacted in logs, traces and ToString. The values of other keys are shown.");

    public static readonly DiagnosticDescriptor LimitLowered = Change(
        ContractRules.LimitLowered,
        "Values that were valid are rejected when they are written or read.");

    public static readonly DiagnosticDescriptor AliasRemoved = Change(
        ContractRules.AliasRemoved,
        "Peers of an older version may still send the former key.");

    public static readonly DiagnosticDescriptor RecordRemoved = Change(
        ContractRules.RecordRemoved,
        "Peers of an older version still call the RPC, or send or read the record.");

    public static readonly DiagnosticDescriptor UnreadableFile = RecordRuleDescriptors.OfCompilation(
        "TMD139",
        DiagnosticSeverity.Error,
        "Contract file is missing or cannot be read",
        "The contract file '{0}' {1}: {2}",
        "Without the file, breaking changes of the metadata are not found.");

    internal static DiagnosticDescriptor Of(string rule) => rule switch
    {
        ContractRules.KeyRemoved => KeyRemoved,
        ContractRules.KindChanged => KindChanged,
        ContractRules.FormatChanged => FormatChanged,
        ContractRules.BecameRequired => BecameRequired,
        ContractRules.BecameOptional => BecameOptional,
        ContractRules.BecamePublic => BecamePublic,
        ContractRules.LimitLowered => LimitLowered,
        ContractRules.AliasRemoved => AliasRemoved,
        _ => RecordRemoved,
    };

    // The tool reports the same titles. The subject has its quotes in the argument.
    private static DiagnosticDescriptor Change(string id, string description) =>
        RecordRuleDescriptors.OfCompilation(id, DiagnosticSeverity.Error, ContractRules.TitleOf(id), "{0} {1}: {2}", description);
}
