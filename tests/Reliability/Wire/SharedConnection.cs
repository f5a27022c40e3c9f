using TypedMetadata.Interop.RawHttp2;

namespace TypedMetadata.Reliability.Wire;

/// <summary>A client's HTTP/2 connection on which several calls are open at once: begun with their headers, ended with their message.</summary>
internal sealed class SharedConnection : IAsyncDisposable
{
    private readonly FrameChannel _channel;
    private readonly string _authority;
    private readonly Dictionary<int, AnswerBuilder> _answers = [];
    private int _nextStream = 1;

    private SharedConnection(FrameChannel channel, int port)
    {
        _channel = channel;
        _authority = $"127.0.0.1:{port}";
    }

    /// <summary>Why the server closed the connection, once it has.</summary>
    internal uint? GoAwayError { get; private set; }

    internal bool IsClosed { get; private set; }

    internal static async Task<SharedConnection> OpenAsync(int port, CancellationToken ct)
    {
        FrameChannel channel = await FrameChannel.OpenAsync(port, ct);
        await channel.WriteAsync(Handshake.Preface, Handshake.Frames, ct);
        return new(channel, port);
    }

    /// <summary>The frames of a call: all but the last begin it, the last ends it.</summary>
    internal (int Stream, Frame[] Frames) Prepare(string path, IEnumerable<RawField> fields, byte[] message)
    {
        int stream = _nextStream;
        _nextStream += 2;
        _answers.Add(stream, new AnswerBuilder());
        RawField[] own = [new(":method", "POST"), new(":scheme", "http"), new(":path", path), new(":authority", _authority), new("te", "trailers"), new("content-type", "application/grpc")];
        RawField[] given = [.. fields];
        IEnumerable<RawField> all = [.. own.Where(field => given.All(other => other.Name != field.Name)), .. given];
        return (stream, [.. RequestFrames.For(stream, all, message)]);
    }

    internal Task SendAsync(IEnumerable<Frame> frames, CancellationToken ct) => _channel.WriteAsync(frames, ct);

    /// <summary>What came on a stream until it ended, or until the connection did.</summary>
    internal async Task<RawAnswer> AnswerAsync(int stream, CancellationToken ct)
    {
        AnswerBuilder answer = _answers[stream];
        while (!answer.IsComplete && !IsClosed)
        {
            await ReadAsync(ct);
        }

        _answers.Remove(stream);
        return answer.Build(GoAwayError);
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task ReadAsync(CancellationToken ct)
    {
        Frame? frame = await _channel.ReadAsync(ct);
        switch (frame?.Type)
        {
            case null:
                IsClosed = true;
                break;
            case FrameType.Settings when !frame.Has(FrameFlags.Ack):
                await _channel.WriteAsync([new Frame(FrameType.Settings, FrameFlags.Ack, 0, [])], ct);
                break;
            case FrameType.Ping when !frame.Has(FrameFlags.Ack):
                await _channel.WriteAsync([new Frame(FrameType.Ping, FrameFlags.Ack, 0, frame.Payload)], ct);
                break;
            case FrameType.GoAway:
                GoAwayError = frame.UInt32At(4);
                break;
            default:
                if (_answers.TryGetValue(frame.StreamId, out AnswerBuilder? answer))
                {
                    answer.Add(frame);
                }

                break;
        }
    }
}
