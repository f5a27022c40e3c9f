using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

internal sealed class TextKey<T, TCodec>(KeyDescriptor key) : MetadataKey<T>(key.Key)
    where TCodec : ITextCodec<T>
{
    internal TextKey(string name)
        : this(new KeyDescriptor(name))
    {
    }

    internal override MetadataError? Read(WireValue wire, [MaybeNull] out T value) =>
        SingleValue.ReadText<T, TCodec>(key, wire, out value);

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        MetadataError? error = SingleValue.WriteText<T, TCodec>(key, value, out string text);
        entry = error is null ? new Metadata.Entry(Name, text) : null;
        return error;
    }
}

internal sealed class BinaryKey<T, TCodec>(KeyDescriptor key) : MetadataKey<T>(key.Key)
    where TCodec : IBinaryCodec<T>
{
    internal BinaryKey(string name)
        : this(new KeyDescriptor(name))
    {
    }

    internal override MetadataError? Read(WireValue wire, [MaybeNull] out T value) =>
        SingleValue.ReadBinary<T, TCodec>(key, wire, out value);

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        MetadataError? error = SingleValue.WriteBinary<T, TCodec>(key, value, out ReadOnlyMemory<byte> bytes);
        entry = error is null ? SingleValue.Entry(Name, bytes) : null;
        return error;
    }
}

/// <summary>A message whose parser the user gave: it may have an extension registry, so it is used for every read.</summary>
internal sealed class MessageKey<T>(string name, MessageParser<T> parser) : MetadataKey<T>(name)
    where T : class, IMessage<T>
{
    private readonly BinaryKey<byte[], ByteArrayBinary> _bytes = new(name);

    internal override MetadataError? Read(WireValue wire, [MaybeNull] out T value)
    {
        value = null;
        if (_bytes.Read(wire, out byte[]? bytes) is MetadataError error)
        {
            return error;
        }

        try
        {
            value = parser.ParseFrom(bytes!);
            return null;
        }
        catch (InvalidProtocolBufferException)
        {
            return KeyErrors.Malformed(Name, "a serialized protobuf message of its type");
        }
    }

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        entry = value is null ? null : new Metadata.Entry(Name, value.ToByteArray());
        return value is null ? KeyErrors.NullWritten(Name) : null;
    }
}
