using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

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
