using System.Collections.Immutable;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

public sealed partial class BinaryKey<T, TCodec>
{
    /// <summary>Reads the items of a list. An absent list is empty.</summary>
    public T[] ReadList(ref MetadataReader reader) => reader.Demand(slot, FindList(ref reader)).Or([]);

    /// <summary>Reads the items of an optional list.</summary>
    public Found<T[]> FindList(ref MetadataReader reader) =>
        reader.Wire(slot) is { IsPresent: true } wire && reader.Keep(slot, ListValue.ReadBinary<T, TCodec>(reader.Key(slot), wire, out T[] items))
            ? new Found<T[]>(items)
            : default;

    /// <summary>Tries to read the items of a list from the current header field.</summary>
    public bool TakeList(HeaderFields fields, out T[] items)
    {
        fields.Mark(slot);
        items = [];
        return fields.Only is string only && ListValue.ReadBinary<T, TCodec>(key, new WireValue(only), out items) is null;
    }

    /// <summary>Tries to read the items of an optional list from the current header field.</summary>
    public bool TakeOptionalList(HeaderFields fields, out Found<T[]> found)
    {
        bool isTaken = TakeList(fields, out T[] items);
        found = isTaken ? new Found<T[]>(items) : default;
        return isTaken;
    }

    /// <summary>Writes the items of a list.</summary>
    public void WriteList(ref MetadataWriter writer, IReadOnlyList<T>? items) => WriteItems(ref writer, ListValue.SpanOf(items), isNull: items is null);

    /// <inheritdoc cref="WriteList(ref MetadataWriter, IReadOnlyList{T})"/>
    public void WriteList(ref MetadataWriter writer, ImmutableArray<T> items) => WriteItems(ref writer, items.AsSpan(), items.IsDefault);

    private void WriteItems(ref MetadataWriter writer, ReadOnlySpan<T> items, bool isNull)
    {
        KeyDescriptor placed = writer.Key(slot);
        if (writer.Leaves(placed))
        {
            return;
        }

        ReadOnlyMemory<byte>[] blocks = [];
        if (writer.Keep(ListValue.Check(placed, items.Length, isNull) ?? ListValue.WriteBinary<T, TCodec>(placed, items, out blocks)) && blocks.Length != 0)
        {
            writer.Put(slot, writer.Encode(blocks), blocks.Length);
        }
    }
}
