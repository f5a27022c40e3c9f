using System.Collections.ObjectModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

public sealed partial class TextKey<T, TCodec>
{
    /// <summary>Reads the entries of a prefix. If there is no such key, the dictionary is empty.</summary>
    public IReadOnlyDictionary<string, T> ReadMap(ref MetadataReader reader) =>
        reader.Demand(slot, FindMap(ref reader)).Or(ReadOnlyDictionary<string, T>.Empty);

    /// <summary>Reads the entries of a prefix, or absence if there is no such key.</summary>
    public Found<IReadOnlyDictionary<string, T>> FindMap(ref MetadataReader reader) =>
        reader.Wire(slot).Entries is PrefixEntries entries
            ? new(PrefixMap.Read<T>(reader.Key(slot), entries, SingleValue.ReadText<T, TCodec>, reader.ErrorList))
            : default;

    /// <summary>Writes the entries of a dictionary, one key for each entry.</summary>
    public void WriteMap(ref MetadataWriter writer, IReadOnlyDictionary<string, T>? map)
    {
        KeyDescriptor placed = writer.Key(slot);
        if (!writer.Leaves(placed))
        {
            writer.Put(slot, PrefixMap.Write(placed, map, Encode, writer.ErrorList), map?.Count ?? 0);
        }

        static MetadataError? Encode(KeyDescriptor key, T value, out WireValue wire)
        {
            MetadataError? error = SingleValue.WriteText<T, TCodec>(key, value, out string text);
            wire = new WireValue(text);
            return error;
        }
    }
}
