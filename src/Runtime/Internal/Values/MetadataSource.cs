using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Reads records from a <see cref="Metadata"/> and writes them to it.</summary>
internal static class MetadataSource
{
    internal static bool TryRead<T>(Metadata metadata, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        MetadataLayout layout = DescriptorOf<T>.Value.Layout;
        MetadataReader reader = new(layout);
        for (int i = 0; i < metadata.Count; i++)
        {
            Metadata.Entry entry = metadata[i];
            if (layout.MayHave(entry.Key))
            {
                Push(ref reader, layout, entry);
            }
        }

        return RecordReading.TryCreate(ref reader, out value, out errors);
    }

    private static void Push(ref MetadataReader reader, MetadataLayout layout, Metadata.Entry entry)
    {
        if (ResponseNotes.TryGet(entry, out ResponseNotes? notes))
        {
            PushMalformed(ref reader, layout, notes);
        }

        int slot = layout.SlotOf(entry.Key);
        if (slot < 0)
        {
            return;
        }

        if (entry.IsBinary)
        {
            reader.Push(slot, entry.Key, entry.ValueBytes);
        }
        else
        {
            reader.Push(slot, entry.Key, entry.Value);
        }
    }

    /// <summary>Pushes an invalid value for each key whose malformed values were removed.</summary>
    internal static void PushMalformed(ref MetadataReader reader, MetadataLayout layout, ResponseNotes notes)
    {
        foreach (string key in notes.MalformedKeys)
        {
            int slot = layout.SlotOf(key);
            if (slot >= 0)
            {
                reader.Push(slot, key, ResponseNotes.MalformedStub);
            }
        }
    }

    internal static T Read<T>(Metadata metadata, MetadataPositions? position)
        where T : IGrpcMetadata<T> =>
        TryRead<T>(metadata, out T? value, out IReadOnlyList<MetadataError> errors)
            ? value
            : throw new MetadataException(RecordReading.Subject<T>(position), position, errors);

    internal static void Write<T>(Metadata metadata, T value, MetadataPositions? position = null)
        where T : IGrpcMetadata<T>
    {
        Replace(metadata, DescriptorOf<T>.Value.Layout, MetadataWriter.Entries(value, position));
    }

    /// <summary>Replaces the entries of a record.</summary>
    internal static void Replace(Metadata metadata, MetadataLayout layout, Metadata entries)
    {
        for (int i = metadata.Count - 1; i >= 0; i--)
        {
            int slot = layout.SlotOf(metadata[i].Key);
            if (slot >= 0 && !layout.Keys[slot].ReadOnly)
            {
                metadata.RemoveAt(i);
            }
        }

        for (int i = 0; i < entries.Count; i++)
        {
            metadata.Add(entries[i]);
        }
    }
}
