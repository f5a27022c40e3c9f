using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Reliability.BadInput;

namespace TypedMetadata.Reliability.Faults;

/// <summary>A caller, or a server, that sends what costs the other most.</summary>
internal static class HostilePeer
{
    private const int Commas = 16_000;
    private const int TakenByAll = 8 * 1024;
    private static readonly string _commas = new(',', Commas);

    internal static IEnumerable<Fault> All() =>
    [
        new("request: 16,000 commas in one list", ["InvalidArgument"], turn => RawCaller.RunAsync([new(turn % 2 == 0 ? "names" : "blobs-bin", _commas)])),
        new("request: 16,000 commas under an unknown key", ["OK"], _ => RawCaller.RunAsync([new("x-unknown-bin", _commas)])),
        new("answer: 16,000 commas in one list", ["TooLarge"], turn => RawServerScenario.RunAsync(turn, (_, connection, stream) =>
            RawServerScenario.SendAsync(connection, stream, [.. RawServerScenario.Badge, new(turn % 2 == 0 ? "names" : "blobs-bin", _commas)]), view: ListViewAsync)),
        new("request: headers of 40 KiB to 1 MiB", ["GOAWAY", "HTTP 431"], turn => RawCaller.RunAsync([new("bulk", new string('x', new[] { 40, 64, 256, 1024 }[turn % 4] * 1024))])) { TransportDies = true },
        new("request: 10,000 headers", ["GOAWAY", "HTTP 431"], _ => RawCaller.RunAsync(Enumerable.Range(0, 10_000).Select(number => new RawField($"x-{number}", "v")))) { TransportDies = true },
        new("request: headers a byte at a time", ["OK"], _ => RawCaller.RunAsync([new("text", "slow")], frames => [.. Dribble(frames[0]), .. frames[1..]])),
        new("request: headers that do not end", ["GOAWAY"], _ => RawCaller.RunAsync([new("text", "slow")], frames => Dribble(frames[0]).Take(9), configure: Hurry)) { TransportDies = true },
        new("request: the largest error answer, many bad keys", ["InvalidArgument"], turn => RawCaller.RunAsync(ManyBadKeys(turn), view: SizeOf)),
        new("request: the largest error answer, one long bad key", ["InvalidArgument"], turn => RawCaller.RunAsync([new($"x-map-{new string('k', 1000 * (1 + (turn % 20)))}!", "v"), .. EveryKeyBad()], view: SizeOf)),
    ];

    // Within Kestrel's 100 fields and 32 KiB: some hundred names as long as will go.
    private static RawField[] ManyBadKeys(int turn) =>
        [.. EveryKeyBad(), .. Enumerable.Range(0, 60).Select(number => new RawField($"x-map-{number}-{new string('k', 20 * (turn % 20))}", "\x01"))];

    private static IEnumerable<RawField> EveryKeyBad() => Subject.All.Where(subject => subject.Key != "secret").Select(subject => new RawField(subject.Key, "\x01%"));

    private static string SizeOf(RawAnswer answer)
    {
        int size = answer.Headers.Sum(field => field.Name.Length + field.Value.Length + 32);
        return size > TakenByAll ? $" in {size} bytes, more than {TakenByAll}" : $", at most {(size / 1024) + 1} KiB";
    }

    private static async Task<string> ListViewAsync(RunningCall call)
    {
        Task<string?> finishing = call.FinishAsync();
        MetadataResult<Target> read = await call.Initial.TryReadAsync<Target>();
        Badge beside = await call.Initial.ReadAsync<Badge>();
        return await finishing == "hello" && beside == ClientView.Expected ? $"{read.Errors.Single().Kind}" : "a reply or record was lost";
    }

    private static IEnumerable<Frame> Dribble(Frame headers) => headers.Payload.Select((one, index) => new Frame(
        index == 0 ? FrameType.Headers : FrameType.Continuation,
        index == headers.Payload.Length - 1 ? FrameFlags.EndHeaders : FrameFlags.None,
        headers.StreamId,
        [one]));

    private static void Hurry(KestrelServerOptions kestrel) => kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
}
