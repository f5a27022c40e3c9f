using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Prints metadata without its secrets.</summary>
public static class RedactionExtensions
{
    internal const string Hidden = "***";

    /// <summary>
    /// All entries in order, for a log: <c>tenant-id: acme, token-bin: ***, other: ***</c>. A value is shown only if a record declares its key and not as sensitive, and the key does not by its name carry
    /// a credential. Bytes are shown by their number.
    /// </summary>
    /// <param name="metadata">The metadata of any position.</param>
    /// <param name="records">The records whose keys may be shown: <c>MetadataSchema.Of&lt;CallerInfo&gt;()</c>. With none only the keys are.</param>
    public static string ToRedactedString(this Metadata metadata, params MetadataSchema[] records)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(records);
        return string.Join(", ", metadata.Select(entry => $"{entry.Key}: {Shown(entry, records)}"));
    }

    private static string Shown(Metadata.Entry entry, MetadataSchema[] records) =>
        !MayBeShown(entry.Key, records) ? Hidden
        : !entry.IsBinary ? entry.Value
        : FormattableString.Invariant($"{entry.ValueBytes.Length} bytes");

    // Of several records that declare a key, one that calls it a secret counts.
    internal static bool MayBeShown(string key, MetadataSchema[] records)
    {
        MetadataSchemaKey[] declared = [.. records.SelectMany(static record => record.Keys).Where(one => Is(one, key))];
        return declared.Length != 0 && Array.TrueForAll(declared, static one => !one.IsSensitive) && !ReservedKeys.CarriesCredential(key);
    }

    private static bool Is(MetadataSchemaKey declared, string key) => declared.IsPrefix
        ? key.StartsWith(declared.Key, StringComparison.Ordinal)
        : declared.Key == key || declared.Aliases.Contains(key);
}
