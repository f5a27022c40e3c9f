using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>The entries of a <see cref="Metadata"/> that carry what was written to a key.</summary>
internal static class WireEntries
{
    /// <summary>Adds a key's entries.</summary>
    internal static void Add(Metadata metadata, string key, WireValue value)
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
