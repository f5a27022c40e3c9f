using System.Diagnostics.CodeAnalysis;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.Fuzzing;

/// <summary>Reads records from header fields and writes them to such, as a server does.</summary>
internal static class Wire
{
    /// <summary>Reads a record, and checks that a failure says why and shows no control character.</summary>
    internal static bool TryRead<T>(IEnumerable<KeyValuePair<string, string>> fields, [NotNullWhen(true)] out T? value)
        where T : class, IGrpcMetadata<T>
    {
        MetadataReader reader = new(T.Descriptor.Layout);
        foreach ((string key, string field) in fields)
        {
            if (T.Descriptor.Layout.SlotOf(key) is >= 0 and int slot)
            {
                reader.Push(slot, key, field);
            }
        }

        bool read = RecordReading.TryCreate<T>(ref reader, out value, out IReadOnlyList<MetadataError> errors);
        BrokenPromiseException.Unless(read == (errors.Count == 0), "a read fails with errors, and succeeds with none");
        foreach (MetadataError error in errors)
        {
            BrokenPromiseException.Unless(!error.Message.Any(char.IsControl), "an error shows no control character");
        }

        return read;
    }

    internal static bool Has<T>(string key)
        where T : IGrpcMetadata<T> => T.Descriptor.Layout.SlotOf(key) >= 0;

    /// <summary>The fields of a record, in the order of its keys; null when it cannot be written.</summary>
    internal static List<KeyValuePair<string, string>>? TryWrite<T>(T value)
        where T : class, IGrpcMetadata<T>
    {
        MetadataWriter writer;
        try
        {
            writer = MetadataWriter.Headers(value, MetadataPositions.Request);
        }
        catch (MetadataException rejected)
        {
            BrokenPromiseException.Unless(rejected.Errors.All(error => error.Kind == MetadataErrorKind.Empty), $"what was read can be written, unless it is empty: {rejected.Message}");
            return null;
        }

        List<KeyValuePair<string, string>> fields = [];
        for (int slot = 0; slot < T.Descriptor.Layout.Keys.Length; slot++)
        {
            WireValue wire = writer.Value(slot);
            string[] texts = wire.Text is string one ? [one] : wire.Texts ?? [];
            string key = T.Descriptor.Layout.Keys[slot].Key;
            fields.AddRange(wire.ByKey?.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Text!)) ?? texts.Select(text => KeyValuePair.Create(key, text)));
        }

        return fields;
    }

    /// <summary>
    /// What was read is read back equal once it is written, and written again is the same: each value has one canonical form. Only what is empty where that
    /// is not allowed can be read and not written.
    /// </summary>
    /// <param name="value">What was read.</param>
    /// <param name="isEqual">Whether equality is that of the canonical form.</param>
    internal static void CheckRoundTrip<T>(T value, bool isEqual = true)
        where T : class, IGrpcMetadata<T>
    {
        if (TryWrite(value) is not { } written)
        {
            return;
        }

        BrokenPromiseException.Unless(TryRead(written, out T? again), "what is written can be read");
        BrokenPromiseException.Unless(!isEqual || again.Equals(value), "what is written is read back equal");
        BrokenPromiseException.Unless(TryWrite(again) is { } rewritten && rewritten.SequenceEqual(written), "what was read back is written the same");
    }
}
