using System.Collections.Immutable;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

public sealed partial class TextKey<T, TCodec>
{
    /// <summary>Reads the items of a list. An absent list is empty.</summary>
    public T[] ReadList(ref MetadataReader reader) => reader.Demand(slot, FindList(ref reader)).Or([]);

    /// <summary>Reads the items of an optional list.</summary>
    public Found<T[]> FindList(ref MetadataReader reader) =>
        reader.Wire(slot) is { IsPresent: true } wire && reader.Keep(slot, ListValue.ReadText<T, TCodec>(reader.Key(slot), wire, out T[] items))
            ? new Found<T[]>(items)
            : default;

    /// <summary>Tries to read the items of a list from the current header field.</summary>
    public bool TakeList(HeaderFields fields, out T[] items)
    {
        fields.Mark(slot);
        items = [];
        int count = fields.ValueCount;
        int most = 0;
        for (int i = 0; i < count; i++)
        {
            most += ListSeparator.CountItems(key, fields.ValueAt(i));
        }

        if (most > key.MaxItems)
        {
            return false;
        }

        T[] values = new T[most];
        int found = 0;
        for (int i = 0; i < count; i++)
        {
            if (ListValue.ReadText<T, TCodec>(key, fields.ValueAt(i), values, ref found) is not null)
            {
                return false;
            }
        }

        items = found == most ? values : values[..found];
        return true;
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
        if (writer.Leaves(placed) || !writer.Keep(ListValue.Check(placed, items.Length, isNull)) || items.IsEmpty)
        {
            return;
        }

        string[] texts = new string[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            if (!writer.Keep(ListValue.WriteText<T, TCodec>(placed, items[i], out texts[i])))
            {
                return;
            }
        }

        if (writer.JoinsLists || placed.Separator is not null)
        {
            writer.Put(slot, new WireValue(ListSeparator.Join(placed, texts)));
        }
        else
        {
            writer.Put(slot, new WireValue(texts), texts.Length);
        }
    }
}
