using System.Net;
using System.Net.Sockets;

namespace TypedMetadata.Interop.RawHttp2;

/// <summary>Frames over a TCP connection to this machine.</summary>
internal sealed class FrameChannel : IAsyncDisposable
{
    private readonly NetworkStream _stream;

    private FrameChannel(NetworkStream stream) => _stream = stream;

    public static async Task<FrameChannel> OpenAsync(int port, CancellationToken ct)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, ct);
            return new FrameChannel(new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The frames of a client that has connected.</summary>
    public static FrameChannel Of(Socket accepted) => new(new NetworkStream(accepted, ownsSocket: true));

    /// <summary>Reads what a client says before its first frame.</summary>
    public async Task ReadPrefaceAsync(CancellationToken ct)
    {
        byte[] preface = new byte[Handshake.Preface.Length];
        await _stream.ReadExactlyAsync(preface, ct);
        if (!preface.AsSpan().SequenceEqual(Handshake.Preface))
        {
            throw new RawHttp2Exception("The client does not speak HTTP/2.");
        }
    }

    public Task WriteAsync(IEnumerable<Frame> frames, CancellationToken ct) => WriteAsync([], frames, ct);

    public async Task WriteAsync(byte[] preface, IEnumerable<Frame> frames, CancellationToken ct)
    {
        List<byte> bytes = [.. preface];
        foreach (Frame frame in frames)
        {
            byte[] head = new byte[Frame.HeadLength];
            frame.WriteHead(head);
            bytes.AddRange(head);
            bytes.AddRange(frame.Payload);
        }

        try
        {
            await _stream.WriteAsync(bytes.ToArray(), ct);
        }
        catch (IOException)
        {
            // The server has closed; what it said before it did is still to be read, and tells more.
        }
    }

    /// <summary>The next frame, or null when the server has closed the connection.</summary>
    public async Task<Frame?> ReadAsync(CancellationToken ct)
    {
        byte[] head = new byte[Frame.HeadLength];
        try
        {
            await _stream.ReadExactlyAsync(head, ct);
            byte[] payload = new byte[AllowedLength(head)];
            await _stream.ReadExactlyAsync(payload, ct);
            return Frame.FromHead(head, payload);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static int AllowedLength(byte[] head)
    {
        int length = Frame.PayloadLength(head);
        return length <= Frame.MaxPayload
            ? length
            : throw new RawHttp2Exception($"A frame of {length} bytes was announced: does the server speak HTTP/2?");
    }
}
