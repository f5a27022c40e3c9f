using System.Buffers.Binary;

namespace TypedMetadata.Interop.RawHttp2;

/// <summary>One HTTP/2 frame (RFC 9113, section 4.1).</summary>
internal sealed record Frame(FrameType Type, FrameFlags Flags, int StreamId, byte[] Payload)
{
    public const int HeadLength = 9;
    public const int MaxPayload = 16384;

    private const int PriorityLength = 5;

    public bool Has(FrameFlags flag) => (Flags & flag) != 0;

    /// <summary>The payload of a DATA or HEADERS frame without its padding and priority.</summary>
    public ReadOnlySpan<byte> Content
    {
        get
        {
            ReadOnlySpan<byte> content = Payload;
            if (Has(FrameFlags.Padded))
            {
                content = content[1..^Payload[0]];
            }

            return Type == FrameType.Headers && Has(FrameFlags.Priority) ? content[PriorityLength..] : content;
        }
    }

    public uint UInt32At(int offset) => BinaryPrimitives.ReadUInt32BigEndian(Payload.AsSpan(offset));

    public void WriteHead(Span<byte> head)
    {
        head[0] = (byte)(Payload.Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)Payload.Length);
        head[3] = (byte)Type;
        head[4] = (byte)Flags;
        BinaryPrimitives.WriteInt32BigEndian(head[5..], StreamId);
    }

    public static int PayloadLength(ReadOnlySpan<byte> head) =>
        (head[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(head[1..]);

    public static Frame FromHead(ReadOnlySpan<byte> head, byte[] payload)
    {
        int streamId = BinaryPrimitives.ReadInt32BigEndian(head[5..]) & int.MaxValue;
        return new Frame((FrameType)head[3], (FrameFlags)head[4], streamId, payload);
    }
}
