using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Whether the keys of all properties, inherited and nested ones too, can live in one record: TMD027 and TMD028.</summary>
internal static class CompositionRules
{
    /// <summary>Whether a property's keys go with those before it.</summary>
    internal static bool Check(List<OwnedKey> added, List<OwnedKey> present, RecordContext context)
    {
        int before = context.Diagnostics.Count;
        foreach (OwnedKey key in added)
        {
            foreach (OwnedKey other in present.Concat(added.TakeWhile(before => !ReferenceEquals(before, key))))
            {
                if (AreSame(key, other))
                {
                    string remedy = key.IsInside && other.IsInside
                        ? "hold one of the records as a protobuf message, or mark its property with [MetadataIgnore]"
                        : "give one of them another key with [MetadataKey(\"…\")]";
                    context.Report(RecordRuleDescriptors.SameKey, key.Location, key.Owner, key.Name, other.Owner, remedy);
                }
                else if (Covers(key, other) || Covers(other, key))
                {
                    (OwnedKey prefix, OwnedKey covered) = key.IsPrefix ? (key, other) : (other, key);
                    string what = covered.IsPrefix ? "the prefix" : "the key";
                    context.Report(RecordRuleDescriptors.BadPrefix, key.Location, prefix.Owner, prefix.Name, $"overlaps {what} '{covered.Name}' of '{covered.Owner}'", "choose another prefix");
                }
                else
                {
                    continue;
                }

                break;
            }
        }

        return context.Diagnostics.Count == before;
    }

    /// <summary>Whether two keys cannot live beside each other.</summary>
    internal static bool Meet(OwnedKey key, OwnedKey other) => AreSame(key, other) || Covers(key, other) || Covers(other, key);

    private static bool AreSame(OwnedKey key, OwnedKey other) => !key.IsPrefix && !other.IsPrefix && key.Name == other.Name;

    // A prefix of text keys never meets one of -bin keys, nor such a key. An entry has a name, and reserved keys are none.
    private static bool Covers(OwnedKey prefix, OwnedKey other)
    {
        if (!prefix.IsPrefix || !other.Name.StartsWith(prefix.Name, StringComparison.Ordinal))
        {
            return false;
        }

        bool isBinary = prefix.Kind == OwnedKeyKind.BinaryPrefix;
        return other.IsPrefix
            ? other.Kind == prefix.Kind
            : KeyGrammar.IsBinary(other.Name) == isBinary && !ReservedKeys.IsReserved(other.Name) && other.Name.Length > prefix.Name.Length + (isBinary ? KeyGrammar.BinarySuffix.Length : 0);
    }
}
