namespace TypedMetadata.Interop.RawHttp2;

/// <summary>The frames of one request: a header block, split where it is too long for a frame, and one message.</summary>
internal static class RequestFrames
{
    public static IReadOnlyList<Frame> For(int streamId, IEnumerable<RawField> fields, byte[] message)
    {
        byte[] data = GrpcFrame.Wrap(message);
        if (data.Length > Frame.MaxPayload)
        {
            throw new ArgumentException("The message does not fit into one DATA frame.", nameof(message));
        }

        return
        [
            .. HeaderBlock(streamId, HpackEncoder.Encode(fields)),
            new Frame(FrameType.Data, FrameFlags.EndStream, streamId, data),
        ];
    }

    private static IEnumerable<Frame> HeaderBlock(int streamId, byte[] block)
    {
        FrameType type = FrameType.Headers;
        for (int start = 0; start < block.Length; start += Frame.MaxPayload)
        {
            int end = Math.Min(start + Frame.MaxPayload, block.Length);
            FrameFlags flags = end == block.Length ? FrameFlags.EndHeaders : FrameFlags.None;
            yield return new Frame(type, flags, streamId, block[start..end]);
            type = FrameType.Continuation;
        }
    }
}
