using System.Buffers.Binary;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Faults;

/// <summary>HTTP/2's own ways to end a call or a connection, and header blocks that take their time.</summary>
internal static class Frames
{
    private const uint NoError = 0;
    private const uint ProtocolError = 1;
    private const uint InternalError = 2;
    private const uint RefusedStream = 7;
    private const uint Cancel = 8;

    internal static IEnumerable<Fault> All() =>
    [
        new("GOAWAY that lets open calls end", ["OK"], turn => RawServerScenario.RunAsync(turn, async (_, connection, stream) =>
        {
            await connection.SendAsync(GoAway(int.MaxValue, NoError));
            await RawServerScenario.SendAsync(connection, stream);
        })),
        new("GOAWAY that leaves the call out", ["OK"], turn => RawServerScenario.RunAsync(turn, (_, connection, stream) => connection.SendAsync(GoAway(stream - 1, NoError)))),
        new("GOAWAY with an error, and the end of the connection", ["Unavailable", "Internal"], turn => RawServerScenario.RunAsync(turn, async (_, connection, _) =>
        {
            await connection.SendAsync(GoAway(int.MaxValue, ProtocolError));
            connection.Cut();
        })) { TransportDies = true },
        new("RST_STREAM REFUSED_STREAM", ["OK"], turn => ResetAsync(turn, RefusedStream, step: 0)),
        new("RST_STREAM INTERNAL_ERROR before headers", ["Internal"], turn => ResetAsync(turn, InternalError, step: 0)),
        new("RST_STREAM INTERNAL_ERROR after headers", ["Internal"], turn => ResetAsync(turn, InternalError, step: 1)),
        new("RST_STREAM CANCEL after a message", ["Cancelled"], turn => ResetAsync(turn, Cancel, step: 2)),
        new("RST_STREAM NO_ERROR after a message", ["Internal", "Unavailable"], turn => ResetAsync(turn, NoError, step: 2)),
        new("an answer without trailers", ["Cancelled"], turn => RawServerScenario.RunAsync(turn, (_, connection, stream) => connection.SendAsync(
            [.. RawServerConnection.Block(stream, [.. RawServerScenario.Head, .. RawServerScenario.Badge], ends: false), new Frame(FrameType.Data, FrameFlags.EndStream, stream, [])]))),
        new("headers a byte at a time", ["OK"], turn => RawServerScenario.RunAsync(turn, SlowlyAsync)),
        new("headers that do not end before the deadline", ["DeadlineExceeded"], turn => RawServerScenario.RunAsync(turn, UnfinishedAsync, DateTime.UtcNow.AddMilliseconds(500))),
    ];

    private static Task<Sighting> ResetAsync(int turn, uint error, int step) => RawServerScenario.RunAsync(turn, (_, connection, stream) =>
    {
        Frame[] answer = [.. RawServerConnection.Answer(stream, [.. RawServerScenario.Head, .. RawServerScenario.Badge], [])];
        return connection.SendAsync([.. answer[..step], new Frame(FrameType.ResetStream, FrameFlags.None, stream, BigEndian(error))]);
    });

    private static async Task SlowlyAsync(RawServerScenario scene, RawServerConnection connection, int stream)
    {
        byte[] block = HpackEncoder.Encode([.. RawServerScenario.Head, .. RawServerScenario.Badge]);
        for (int i = 0; i < block.Length; i++)
        {
            await connection.SendAsync(new Frame(i == 0 ? FrameType.Headers : FrameType.Continuation, i == block.Length - 1 ? FrameFlags.EndHeaders : FrameFlags.None, stream, [block[i]]));
        }

        await connection.SendAsync(RawServerConnection.Answer(stream, [], [.. RawServerScenario.Badge, new("grpc-status", "0")]).SkipWhile(frame => frame.Type != FrameType.Data));
    }

    // While a header block is open no other frame may come, so the neighbours wait too.
    private static async Task UnfinishedAsync(RawServerScenario scene, RawServerConnection connection, int stream)
    {
        byte[] block = HpackEncoder.Encode([.. RawServerScenario.Head, .. RawServerScenario.Badge]);
        await connection.SendAsync(new Frame(FrameType.Headers, FrameFlags.None, stream, block[..9]));
        await scene.VictimEnded;
        await connection.SendAsync(new Frame(FrameType.Continuation, FrameFlags.EndHeaders, stream, block[9..]));
    }

    private static Frame GoAway(int lastStream, uint error) => new(FrameType.GoAway, FrameFlags.None, 0, [.. BigEndian((uint)lastStream), .. BigEndian(error)]);

    private static byte[] BigEndian(uint value)
    {
        byte[] bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
