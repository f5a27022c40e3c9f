using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Represents a text key, of a record or without a record.</summary>
/// <typeparam name="T">The type of the value, or of an item.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
/// <param name="slot">The index among the record's own keys.</param>
/// <param name="key">The key and its options. The analyzer has validated the name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class TextKey<T, TCodec>(int slot, KeyDescriptor key) : MetadataKey<T>(key.Key), IRecordKey
    where TCodec : struct, ITextCodec<T>
{
    internal TextKey(string name)
        : this(0, new KeyDescriptor(name))
    {
    }

    KeyDescriptor IRecordKey.Descriptor => key;

    Type IRecordKey.ValueType => typeof(T);

    bool IRecordKey.IsBinary => false;

    Type IRecordKey.Codec => typeof(TCodec);

    string IRecordKey.Expected => key.Describe(default(TCodec).Expected);

    string? IRecordKey.Example =>
        ExampleValue.TryGet(out T? value) && SingleValue.WriteText<T, TCodec>(key, value, out string text) is null ? text : null;

    /// <summary>Reads a required value.</summary>
    public T Read(ref MetadataReader reader)
    {
        if (reader.Wire(slot) is { IsPresent: true } wire)
        {
            MetadataError? error = SingleValue.ReadText<T, TCodec>(reader.Key(slot), wire, out T? value);
            if (!reader.UsesDefault(slot, error))
            {
                reader.Keep(error);
                return value!;
            }
        }

        if (reader.Key(slot).AllowEmpty)
        {
            reader.Keep(SingleValue.Parse<T, TCodec>(reader.Key(slot), "", out T? empty));
            return empty!;
        }

        reader.Add(KeyErrors.Missing(reader.Key(slot).Key));
        return default!;
    }

    /// <summary>Reads an optional value.</summary>
    public Found<T> Find(ref MetadataReader reader) =>
        reader.Wire(slot) is { IsPresent: true } wire && reader.Keep(slot, SingleValue.ReadText<T, TCodec>(reader.Key(slot), wire, out T? value))
            ? new Found<T>(value!)
            : default;

    // What is taken is only used when all of it is good: so it is not said to be null where it is not.

    /// <summary>Tries to read the value from the current header field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(HeaderFields fields, out T value)
    {
        if (!fields.TryPlain(slot, key, out string? text))
        {
            value = default!;
            return false;
        }

        // Through SingleValue, shared generics would look the codec up.
        return Codec.Has<TCodec>(CodecTraits.RunsUserCode) ? SingleValue.Parse<T, TCodec>(key, text, out value!) is null : default(TCodec).TryParse(text, out value!);
    }

    /// <summary>Tries to read an optional value from the current header field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeOptional(HeaderFields fields, out Found<T> found)
    {
        bool isTaken = Take(fields, out T value);
        found = isTaken ? new Found<T>(value) : default;
        return isTaken;
    }

    /// <summary>Writes a value.</summary>
    public void Write(ref MetadataWriter writer, T value)
    {
        KeyDescriptor placed = writer.Key(slot);
        if (!writer.Leaves(placed) && writer.Keep(SingleValue.WriteText<T, TCodec>(placed, value, out string text)))
        {
            writer.Put(slot, new WireValue(text));
        }
    }

    internal override MetadataError? Read(WireValue wire, [MaybeNull] out T value) => SingleValue.ReadText<T, TCodec>(key, wire, out value);

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        MetadataError? error = SingleValue.WriteText<T, TCodec>(key, value, out string text);
        entry = error is null ? new Metadata.Entry(Name, text) : null;
        return error;
    }
}
