namespace TypedMetadata.Interop.RawHttp2;

/// <summary>
/// A cleartext HTTP/2 connection that sends header fields exactly as given, repeated names included,
/// and shows the answer's header blocks as they came. Of calls that run at once one answer is awaited at a time.
/// </summary>
internal sealed class RawHttp2Connection : IAsyncDisposable
{
    private readonly FrameChannel _channel;
    private readonly string _authority;
    private readonly Dictionary<int, AnswerBuilder> _running = [];
    private int _nextStreamId = 1;
    private bool _isReading;
    private bool _settingsAccepted;
    private bool _settingsReceived;
    private uint? _goAwayError;
    private uint _lastStreamTheServerTakes = int.MaxValue;

    private RawHttp2Connection(FrameChannel channel, string authority)
    {
        _channel = channel;
        _authority = authority;
    }

    public static async Task<RawHttp2Connection> ConnectAsync(int port, CancellationToken ct)
    {
        FrameChannel channel = await FrameChannel.OpenAsync(port, ct);
        RawHttp2Connection connection = new(channel, $"127.0.0.1:{port}");
        try
        {
            await connection.ExchangeSettingsAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends one message and reads till the stream ends. A failed call leaves the connection unusable.</summary>
    public async Task<RawAnswer> CallAsync(string path, byte[] message, IEnumerable<RawField> fields, CancellationToken ct) =>
        await AnswerAsync(await SendAsync(path, message, fields, ct), ct);

    /// <summary>Starts a call beside those that run, and answers its stream.</summary>
    public async Task<int> SendAsync(string path, byte[] message, IEnumerable<RawField> fields, CancellationToken ct)
    {
        int streamId = _nextStreamId;
        IReadOnlyList<Frame> request = RequestFrames.For(streamId, [.. CallFields(path), .. fields], message);
        _nextStreamId += 2;
        _running.Add(streamId, new AnswerBuilder());
        await _channel.WriteAsync(request, ct);
        return streamId;
    }

    /// <summary>Reads till the stream of a call ends.</summary>
    public async Task<RawAnswer> AnswerAsync(int streamId, CancellationToken ct)
    {
        if (_isReading)
        {
            throw new InvalidOperationException("The answer of another call on this connection is awaited, or failed.");
        }

        _isReading = true;
        RawAnswer answer = await ReadAnswerAsync(streamId, ct);
        _isReading = false;
        _running.Remove(streamId);
        return answer;
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private RawField[] CallFields(string path) =>
    [
        new(":method", "POST"),
        new(":scheme", "http"),
        new(":path", path),
        new(":authority", _authority),
        new("te", "trailers"),
        new("content-type", "application/grpc"),
    ];

    private async Task ExchangeSettingsAsync(CancellationToken ct)
    {
        await _channel.WriteAsync(Handshake.Preface, Handshake.Frames, ct);
        while (!_settingsReceived || !_settingsAccepted)
        {
            _ = await ReadFrameAsync(ct)
                ?? throw new RawHttp2Exception("The server closed the connection before the settings were exchanged.");
        }
    }

    private async Task<RawAnswer> ReadAnswerAsync(int streamId, CancellationToken ct)
    {
        AnswerBuilder answer = _running[streamId];
        while (!answer.IsComplete && streamId <= _lastStreamTheServerTakes)
        {
            if (await ReadFrameAsync(ct) is { } frame)
            {
                _running.GetValueOrDefault(frame.StreamId)?.Add(frame);
            }
            else if (_goAwayError is not null)
            {
                break;
            }
            else
            {
                throw new RawHttp2Exception($"The server closed the connection before stream {streamId} ended.");
            }
        }

        return answer.Build(_goAwayError);
    }

    private async Task<Frame?> ReadFrameAsync(CancellationToken ct)
    {
        Frame? frame = await _channel.ReadAsync(ct);
        switch (frame?.Type)
        {
            case FrameType.Settings when frame.Has(FrameFlags.Ack):
                _settingsAccepted = true;
                break;
            case FrameType.Settings:
                _settingsReceived = true;
                await _channel.WriteAsync([new Frame(FrameType.Settings, FrameFlags.Ack, 0, [])], ct);
                break;
            case FrameType.Ping when !frame.Has(FrameFlags.Ack):
                await _channel.WriteAsync([new Frame(FrameType.Ping, FrameFlags.Ack, 0, frame.Payload)], ct);
                break;
            case FrameType.GoAway:
                _lastStreamTheServerTakes = frame.UInt32At(0) & int.MaxValue;
                _goAwayError = frame.UInt32At(4);
                break;
        }

        return frame;
    }
}
