using System.Collections.Immutable;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Keys that nobody wrote: TMD030. Each diagnostic carries all derived keys of the record by their properties' names, since the fix can pin them together.</summary>
internal static class DerivedKeyRules
{
    internal static void Check(List<OwnedKey> derived, RecordContext context)
    {
        Lazy<ImmutableDictionary<string, string?>> keys = new(() => ImmutableDictionary<string, string?>.Empty.SetItems(
            derived.Select(key => new KeyValuePair<string, string?>(key.Owner, key.Name))));
        foreach (OwnedKey key in derived)
        {
            context.Diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.DerivedKey, key.Location, key.Owner, key.Name) { Properties = keys });
        }
    }
}
