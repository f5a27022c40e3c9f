using System.Buffers.Binary;

namespace TypedMetadata.Interop.RawHttp2;

/// <summary>The five bytes gRPC puts before a message: a compression flag and the length.</summary>
internal static class GrpcFrame
{
    private const int PrefixLength = 5;

    public static byte[] Wrap(byte[] message)
    {
        byte[] framed = new byte[PrefixLength + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, PrefixLength);
        return framed;
    }

    public static byte[] UnwrapSingle(byte[] data)
    {
        if (data.Length < PrefixLength)
        {
            throw new RawHttp2Exception($"{data.Length} bytes of data hold no gRPC message.");
        }

        if (data[0] != 0)
        {
            throw new RawHttp2Exception("The message is compressed.");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(1));
        byte[] message = data[PrefixLength..];
        return message.Length == length
            ? message
            : throw new RawHttp2Exception($"A gRPC message of {length} bytes was announced, {message.Length} bytes follow.");
    }
}
