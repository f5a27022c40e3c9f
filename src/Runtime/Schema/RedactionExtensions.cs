using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Extension methods that redact sensitive metadata.</summary>
public static class RedactionExtensions
{
    internal const string Hidden = "***";

    /// <summary>
    /// Returns all entries as text for a log, with redacted values: <c>tenant-id: acme, token-bin: ***, other: ***</c>.
    /// </summary>
    /// <remarks>
    /// A value is shown only if one of the records declares its key and none declares it as sensitive. Keys whose names indicate a credential, such as <c>authorization</c>
    /// or <c>api-key</c>, are always redacted. Bytes are shown as their number.
    /// </remarks>
    /// <param name="metadata">The metadata of any position.</param>
    /// <param name="records">The schemas of the records whose values may be shown, such as <c>MetadataSchema.Of&lt;CallerInfo&gt;()</c>. Without records, all values are redacted.</param>
    /// <returns>The text.</returns>
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
