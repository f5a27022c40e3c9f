using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Metadata as pairs of texts: keys from configuration, and APIs that take pairs.</summary>
public static class MetadataPairExtensions
{
    /// <summary>
    /// Writes keys that no record names, such as those from configuration: each replaces every value of the key that was there before; a key that comes twice has two values. When one cannot be written
    /// nothing is changed.
    /// </summary>
    /// <param name="metadata">Where to write.</param>
    /// <param name="pairs">Keys and values, each checked as a record's. The value of a key that ends in <c>-bin</c> is base64.</param>
    /// <exception cref="MetadataException">At least one cannot be written. The exception has every error.</exception>
    public static void SetAll(this Metadata metadata, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(pairs);
        List<Metadata.Entry> entries = [];
        List<MetadataError> errors = [];
        foreach ((string name, string value) in pairs)
        {
            if (EntryOf(name, value, out MetadataError? error) is Metadata.Entry entry)
            {
                entries.Add(entry);
            }
            else
            {
                errors.Add(error!);
            }
        }

        if (errors.Count != 0)
        {
            throw new MetadataException("The pairs cannot be written as metadata", position: null, errors);
        }

        foreach (string key in entries.Select(static entry => entry.Key).Distinct().ToList())
        {
            KeyEntries.Remove(metadata, key);
        }

        entries.ForEach(metadata.Add);
    }

    /// <summary>
    /// A record as pairs, for APIs that take them: the values as they go on the wire, those of <c>-bin</c> keys in base64 without padding. Secrets are among them.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>A pair for each value; of a list one for each item.</returns>
    /// <exception cref="MetadataException">A value cannot be written. The exception has every error.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> ToPairs<T>(this IGrpcMetadata<T> record)
        where T : IGrpcMetadata<T> =>
        [.. MetadataWriter.Entries((T)record).Select(static entry => KeyValuePair.Create(entry.Key, entry.IsBinary ? UnpaddedBase64.Encode(entry.ValueBytes) : entry.Value))];

    private static Metadata.Entry? EntryOf(string? name, string? value, out MetadataError? error)
    {
        string key = name is not null && KeyGrammar.IsWellFormed(name) ? KeyGrammar.Normalize(name) : "";
        byte[]? bytes = null;
        error = key.Length == 0 ? KeyErrors.NotWellFormed(name ?? "")
            : IsReserved(key) ? KeyErrors.Reserved(key)
            : string.IsNullOrEmpty(value) ? KeyErrors.EmptyWritten(key)
            : KeyGrammar.IsBinary(key) ? (UnpaddedBase64.TryDecode(value, out bytes) ? null : KeyErrors.NotBase64(key))
            : !TextRules.IsPrintableAscii(value) ? KeyErrors.NotPrintable(key)
            : value[0] == ' ' || value[^1] == ' ' ? KeyErrors.SpaceAtEitherEnd(key)
            : null;
        return error is not null ? null : bytes is null ? new Metadata.Entry(key, value!) : new Metadata.Entry(key, bytes);
    }

    private static bool IsReserved(string key) =>
        ReservedKeys.IsReserved(key)
        && !ReservedKeys.IsGrpcTracing(key)
        && !ReservedKeys.IsRetryPushback(key)
        && !ReservedKeys.IsRequestCompression(key);
}
