using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Represents a <c>-bin</c> key, of a record or without a record.</summary>
/// <typeparam name="T">The type of the value, or of an item.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
/// <param name="slot">The index among the record's own keys.</param>
/// <param name="key">The key and its options. The analyzer has validated the name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class BinaryKey<T, TCodec>(int slot, KeyDescriptor key) : MetadataKey<T>(key.Key), IRecordKey
    where TCodec : struct, IBinaryCodec<T>
{
    internal BinaryKey(string name)
        : this(0, new KeyDescriptor(name))
    {
    }

    KeyDescriptor IRecordKey.Descriptor => key;

    Type IRecordKey.ValueType => typeof(T);

    bool IRecordKey.IsBinary => true;

    Type IRecordKey.Codec => typeof(TCodec);

    string IRecordKey.Expected => default(TCodec).Expected;

    string? IRecordKey.Example =>
        ExampleValue.TryGet(out T? value) && SingleValue.WriteBinary<T, TCodec>(key, value, out ReadOnlyMemory<byte> bytes) is null ? UnpaddedBase64.Encode(bytes.Span) : null;

    /// <summary>Reads a required value. An absent key is read as empty bytes if the codec allows them.</summary>
    public T Read(ref MetadataReader reader)
    {
        if (reader.Wire(slot) is { IsPresent: true } wire)
        {
            MetadataError? error = SingleValue.ReadBinary<T, TCodec>(reader.Key(slot), wire, out T? value);
            if (!reader.UsesDefault(slot, error))
            {
                reader.Keep(error);
                return value!;
            }
        }

        if (SingleValue.AllowsEmpty<TCodec>(reader.Key(slot)))
        {
            reader.Keep(SingleValue.Decode<T, TCodec>(reader.Key(slot), [], out T? empty));
            return empty!;
        }

        reader.Add(KeyErrors.Missing(reader.Key(slot).Key));
        return default!;
    }

    /// <summary>Reads an optional value.</summary>
    public Found<T> Find(ref MetadataReader reader) =>
        reader.Wire(slot) is { IsPresent: true } wire && reader.Keep(slot, SingleValue.ReadBinary<T, TCodec>(reader.Key(slot), wire, out T? value))
            ? new Found<T>(value!)
            : default;

    // What is taken is only used when all of it is good: so it is not said to be null where it is not.

    /// <summary>Tries to read the value from the current header field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(HeaderFields fields, out T value)
    {
        fields.Mark(slot);
        value = default!;
        if (fields.Only is not { Length: not 0 } text)
        {
            return false;
        }

        if (Codec.Has<TCodec>(CodecTraits.UsesSpans))
        {
            return SmallBinary.TryDecode<T, TCodec>(text, out value!);
        }

        if (!UnpaddedBase64.TryDecode(text, out byte[]? bytes))
        {
            return false;
        }

        return Codec.Has<TCodec>(CodecTraits.RunsUserCode) ? SingleValue.Decode<T, TCodec>(key, bytes, out value!) is null : default(TCodec).TryDecode(bytes, out value!);
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
        if (Codec.Has<TCodec>(CodecTraits.UsesSpans) && writer.EncodesBase64 && value is not null && SmallBinary.TryEncode<T, TCodec>(value, out string? small))
        {
            writer.Put(slot, new WireValue(small));
        }
        else if (!writer.Leaves(placed) && writer.Keep(SingleValue.WriteBinary<T, TCodec>(placed, value, out ReadOnlyMemory<byte> bytes)))
        {
            writer.Put(slot, writer.Encode(bytes, isOwned: Codec.Has<TCodec>(CodecTraits.EncodesAnew)));
        }
    }

    internal override MetadataError? Read(WireValue wire, [MaybeNull] out T value) => SingleValue.ReadBinary<T, TCodec>(key, wire, out value);

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        MetadataError? error = SingleValue.WriteBinary<T, TCodec>(key, value, out ReadOnlyMemory<byte> bytes);
        entry = error is null ? new Metadata.Entry(Name, bytes.ToArray()) : null;
        return error;
    }
}
