using System.Collections.Immutable;
using TypedMetadata.Generator.Diagnostics;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Keys that nobody wrote: TMD030. Each complaint carries all derived keys of the record by their properties' names, since the fix can pin them together.</summary>
internal static class DerivedKeyRules
{
    internal static void Check(List<(string Property, KeyDeclaration Key)> derived, List<Complaint> complaints)
    {
        ImmutableDictionary<string, string?> keys = ImmutableDictionary<string, string?>.Empty.SetItems(
            derived.Select(one => new KeyValuePair<string, string?>(one.Property, one.Key.Name)));
        foreach ((string property, KeyDeclaration key) in derived)
        {
            complaints.Add(new Complaint(Rules.DerivedKey, key.Location, property, key.Name) { Properties = keys });
        }
    }
}
