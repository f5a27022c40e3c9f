using Grpc.Core;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.BadInput;
using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability.Kept;

/// <summary>
/// Values and a <see cref="ServerCallContext"/> that a handler kept, looked at after its call, while the connection's stream serves another caller.
/// </summary>
internal sealed class KeptCommand : ICommand
{
    public string Name => "kept";

    public string Promise => "typed values that were read in a call stay right after it; a kept ServerCallContext is rejected and never answers another caller's";

    public async Task<Findings> RunAsync(Order order, ProgressReport stages)
    {
        int count = order.CountOr(full: 1_000, quick: 200);
        Findings findings = new("what was kept", "own", "another caller's", "rejected");
        KeepingService looks = new();
        await using EchoServer server = await EchoServer.StartAsync(looks.Serve);
        await stages.RunAsync($"{count} kept calls", count, async advance =>
        {
            for (int i = 0; i < count; i++)
            {
                await server.Client.UnaryAsync(new EchoMessage(), new Badge($"kept {i}", [(byte)i]));
                await server.Client.UnaryAsync(new EchoMessage(), new Badge($"other {i}", [(byte)i, 1]));
                advance(1);
            }
        });
        RunResult values = Row(findings, "typed values", looks.Values);
        RunResult typed = Row(findings, "ReadRequestMetadata of a kept context", looks.Typed);
        Row(findings, "RequestHeaders of a kept context", looks.Raw);
        findings.Expect(values[KeepingService.Own] == count, $"typed values: {values[KeepingService.Own]} of {count} are the call's own");
        findings.Expect(typed[KeepingService.Rejected] == count, $"a kept context was rejected {typed[KeepingService.Rejected]} times of {count}");
        return findings;
    }

    private static RunResult Row(Findings findings, string what, RunResult tally)
    {
        findings.Row(what, $"{tally[KeepingService.Own]}", $"{tally[KeepingService.Anothers]}", $"{tally[KeepingService.Rejected]}");
        return tally;
    }
}
