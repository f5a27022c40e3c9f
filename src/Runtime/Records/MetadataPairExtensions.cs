using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Extension methods that convert between metadata and pairs of strings.</summary>
public static class MetadataPairExtensions
{
    /// <summary>
    /// Sets keys that are not known at compile time, such as keys from configuration. They replace existing entries with the same keys.
    /// </summary>
    /// <param name="metadata">The metadata to write to.</param>
    /// <param name="pairs">The keys and values. The values of <c>-bin</c> keys are base64. A key that occurs more than once has several values.</param>
    /// <exception cref="MetadataException">
    /// A key or a value is invalid. The metadata is unchanged. <see cref="MetadataException.Errors"/> contains one error for each problem.
    /// </exception>
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
    /// Converts a record to pairs of keys and wire values, including sensitive values. The values of <c>-bin</c> keys are base64 without padding.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>One pair for each value, and for a list one pair for each item.</returns>
    /// <exception cref="MetadataException">A value cannot be written. <see cref="MetadataException.Errors"/> contains one error for each problem.</exception>
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
