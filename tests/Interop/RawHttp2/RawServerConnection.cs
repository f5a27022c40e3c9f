using System.Buffers.Binary;
using System.Net.Sockets;

namespace TypedMetadata.Interop.RawHttp2;

/// <summary>One connection to a raw server: reads requests, keeps HTTP/2 going, and sends the frames it is given.</summary>
internal sealed class RawServerConnection(FrameChannel channel, Socket socket, CancellationToken stop)
{
    private const ushort MaxConcurrentStreams = 0x3;
    private static readonly byte[] _message = GrpcFrame.Wrap([0x0a, 0x05, .. "hello"u8]);
    private readonly Dictionary<int, RawRequest> _open = [];
    private readonly List<byte> _block = [];

    /// <summary>What a test keeps beside the connection.</summary>
    internal List<RawRequest> Waiting { get; } = [];

    internal async Task RunAsync(Func<RawRequest, Task> onRequest)
    {
        await channel.ReadPrefaceAsync(stop);
        await SendAsync(
            new Frame(FrameType.Settings, FrameFlags.None, 0, [0, (byte)MaxConcurrentStreams, 0, 0, 1, 0]),
            new Frame(FrameType.WindowUpdate, FrameFlags.None, 0, BigEndian(int.MaxValue - 65535)));
        while (await channel.ReadAsync(stop) is Frame frame)
        {
            if (Ended(frame) is RawRequest request)
            {
                await onRequest(request);
            }
            else if (!frame.Has(FrameFlags.Ack) && frame.Type is FrameType.Settings or FrameType.Ping && !frame.Has(FrameFlags.Ack))
            {
                await SendAsync(new Frame(frame.Type, FrameFlags.Ack, 0, frame.Type == FrameType.Ping ? frame.Payload : []));
            }
        }
    }

    internal Task SendAsync(params IEnumerable<Frame> frames) => channel.WriteAsync(frames, stop);

    /// <summary>Ends the connection as a machine does that loses power, with RST.</summary>
    internal void Cut()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>The frames of a header block, split where it is too long for one.</summary>
    internal static IEnumerable<Frame> Block(int stream, IEnumerable<RawField> fields, bool ends)
    {
        byte[] block = HpackEncoder.Encode(fields);
        for (int start = 0; start < block.Length; start += Frame.MaxPayload)
        {
            int end = Math.Min(start + Frame.MaxPayload, block.Length);
            FrameFlags flags = (end == block.Length ? FrameFlags.EndHeaders : FrameFlags.None) | (ends && start == 0 ? FrameFlags.EndStream : FrameFlags.None);
            yield return new Frame(start == 0 ? FrameType.Headers : FrameType.Continuation, flags, stream, block[start..end]);
        }
    }

    /// <summary>An answer with the message "hello".</summary>
    internal static IEnumerable<Frame> Answer(int stream, IEnumerable<RawField> initial, IEnumerable<RawField> trailing) =>
    [
        .. Block(stream, initial, ends: false),
        new Frame(FrameType.Data, FrameFlags.None, stream, _message),
        .. Block(stream, trailing, ends: true),
    ];

    private RawRequest? Ended(Frame frame)
    {
        if (frame.Type is FrameType.Headers or FrameType.Continuation)
        {
            _block.AddRange(frame.Type == FrameType.Headers ? frame.Content : frame.Payload);
            if (frame.Has(FrameFlags.EndHeaders))
            {
                _open[frame.StreamId] = new RawRequest(frame.StreamId, HpackDecoder.Decode(_block.ToArray()));
                _block.Clear();
            }
        }

        bool ends = frame.Type is FrameType.Headers or FrameType.Data && frame.Has(FrameFlags.EndStream);
        return ends && _open.Remove(frame.StreamId, out RawRequest? request) ? request : null;
    }

    private static byte[] BigEndian(int value)
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
