using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Grpc.Core;
using TypedMetadata.Codecs;
using TypedMetadata.Generated;

namespace TypedMetadata.Keys;

internal sealed class TextKey<T, TCodec>(MetadataField field) : MetadataKey<T>(field.Key)
    where TCodec : ITextCodec<T>
{
    internal TextKey(string name)
        : this(new MetadataField(name))
    {
    }

    internal override MetadataError? Read(object raw, [MaybeNull] out T value) =>
        FieldValue.ReadText<T, TCodec>(field, raw, out value);

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        MetadataError? error = FieldValue.WriteText<T, TCodec>(field, value, out string text);
        entry = error is null ? new Metadata.Entry(Name, text) : null;
        return error;
    }
}

internal sealed class BinaryKey<T, TCodec>(MetadataField field) : MetadataKey<T>(field.Key)
    where TCodec : IBinaryCodec<T>
{
    internal BinaryKey(string name)
        : this(new MetadataField(name))
    {
    }

    internal override MetadataError? Read(object raw, [MaybeNull] out T value) =>
        FieldValue.ReadBinary<T, TCodec>(field, raw, out value);

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        MetadataError? error = FieldValue.WriteBinary<T, TCodec>(field, value, out ReadOnlyMemory<byte> bytes);
        entry = error is null ? FieldValue.Entry(Name, bytes) : null;
        return error;
    }
}

/// <summary>A message whose parser the user gave: it may have an extension registry, so it is used for every read.</summary>
internal sealed class MessageKey<T>(string name, MessageParser<T> parser) : MetadataKey<T>(name)
    where T : class, IMessage<T>
{
    private readonly BinaryKey<byte[], ByteArrayBinary> _bytes = new(name);

    internal override MetadataError? Read(object field, [MaybeNull] out T value)
    {
        value = null;
        if (_bytes.Read(field, out byte[]? bytes) is MetadataError error)
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
            return FieldErrors.Malformed(Name, "a serialized protobuf message of its type");
        }
    }

    private protected override MetadataError? Encode(T value, out Metadata.Entry? entry)
    {
        entry = value is null ? null : new Metadata.Entry(Name, value.ToByteArray());
        return value is null ? FieldErrors.NullWritten(Name) : null;
    }
}
