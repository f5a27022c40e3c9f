using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Converts the values of a writer to the entries of a <see cref="Metadata"/>.</summary>
internal static class WireEntries
{
    /// <summary>Returns a new <see cref="Metadata"/> with the values of a writer.</summary>
    internal static Metadata Of(in MetadataWriter writer)
    {
        ReadOnlySpan<KeyDescriptor> keys = writer.Keys;
        Metadata metadata = UncheckedEntry.NewMetadata(writer.EntryCount);
        for (int slot = 0; slot < keys.Length; slot++)
        {
            if (writer.Value(slot) is { IsPresent: true } value)
            {
                Add(metadata, keys[slot].Key, value);
            }
        }

        return metadata;
    }

    private static void Add(Metadata metadata, string key, WireValue value)
    {
        if (value.Text is string text)
        {
            metadata.Add(UncheckedEntry.Text(key, text));
        }
        else if (value.Bytes is byte[] bytes)
        {
            metadata.Add(UncheckedEntry.Bytes(key, bytes));
        }
        else
        {
            AddMany(metadata, key, value);
        }
    }

    private static void AddMany(Metadata metadata, string key, WireValue value)
    {
        foreach (string item in value.Texts ?? [])
        {
            metadata.Add(UncheckedEntry.Text(key, item));
        }

        foreach (byte[] block in value.Blocks ?? [])
        {
            metadata.Add(UncheckedEntry.Bytes(key, block));
        }

        foreach ((string name, WireValue entry) in value.ByKey ?? [])
        {
            Add(metadata, name, entry);
        }
    }
}
