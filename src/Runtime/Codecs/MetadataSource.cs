using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using TypedMetadata.Generated;

namespace TypedMetadata.Codecs;

/// <summary>Reads records from a <see cref="Metadata"/> and writes them to it.</summary>
internal static class MetadataSource
{
    internal static bool TryRead<T>(Metadata metadata, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        MetadataLayout layout = T.Layout;
        MetadataReader reader = new(layout);
        for (int i = 0; i < metadata.Count; i++)
        {
            Metadata.Entry entry = metadata[i];
            if (layout.MayHave(entry.Key))
            {
                Push<T>(ref reader, entry);
            }
        }

        return RecordReading.TryCreate(ref reader, out value, out errors);
    }

    private static void Push<T>(ref MetadataReader reader, Metadata.Entry entry)
        where T : IGrpcMetadata<T>
    {
        int slot = T.SlotOf(entry.Key);
        if (slot < 0)
        {
            if (entry.Key == MalformedFields.Mark)
            {
                PushMalformed<T>(ref reader, entry.Value);
            }
        }
        else if (entry.IsBinary)
        {
            reader.Push(slot, entry.Key, entry.ValueBytes);
        }
        else
        {
            reader.Push(slot, entry.Key, entry.Value);
        }
    }

    /// <summary>Pushes what no decoder takes for the keys that a marker names.</summary>
    internal static void PushMalformed<T>(ref MetadataReader reader, string mark)
        where T : IGrpcMetadata<T>
    {
        foreach (string key in MalformedFields.KeysOf(mark))
        {
            int slot = T.SlotOf(key);
            if (slot >= 0)
            {
                reader.Push(slot, key, MalformedFields.Stub);
            }
        }
    }

    internal static T Read<T>(Metadata metadata, MetadataDirections? direction)
        where T : IGrpcMetadata<T> =>
        TryRead<T>(metadata, out T? value, out IReadOnlyList<MetadataError> errors)
            ? value
            : throw new MetadataException(RecordReading.Subject<T>(direction), direction, errors);

    internal static void Write<T>(Metadata metadata, T value, MetadataDirections? direction = null)
        where T : IGrpcMetadata<T>
    {
        Metadata entries = MetadataWriter.Entries(value, direction);
        for (int i = metadata.Count - 1; i >= 0; i--)
        {
            int slot = T.SlotOf(metadata[i].Key);
            if (slot >= 0 && !T.Layout.Fields[slot].ReadOnly)
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
