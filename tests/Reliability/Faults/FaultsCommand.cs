using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability.Faults;

/// <summary>Everything that can break around a call.</summary>
internal sealed class FaultsCommand : ICommand
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public string Name => "faults";

    public string Promise => "whatever breaks, the client is told so by a status, reads only its own metadata, and no other call is hurt unless the connection died";

    public async Task<Findings> RunAsync(Order order, ProgressReport stages)
    {
        int turns = order.CountOr(full: 20, quick: 1);
        Findings findings = new("fault", "client", "server", "neighbours hurt");
        Fault[] faults = [.. Steps.All(), .. KilledProcess.All(), .. BadLine.All(), .. Frames.All(), .. Large.All(), .. HostilePeer.All(), .. Handlers.All()];
        faults = [.. faults.Where(fault => fault.Name.Contains(order.Only, StringComparison.Ordinal))];
        await stages.RunAsync($"{faults.Length} faults, {turns} times each", faults.Length * turns, async advance =>
        {
            foreach (Fault fault in faults)
            {
                await RepeatAsync(fault, turns, findings, advance);
            }
        });
        return findings;
    }

    private static async Task RepeatAsync(Fault fault, int turns, Findings findings, Action<double> advance)
    {
        RunResult clients = new();
        RunResult servers = new();
        int hurt = 0;
        int neighbours = 0;
        for (int turn = 0; turn < turns; turn++)
        {
            Sighting seen = await HappenAsync(fault, turn);
            clients.Add(seen.Client);
            servers.Add(seen.Server);
            hurt += seen.Hurt ?? 0;
            neighbours += seen.Hurt is null ? 0 : NeighbourCalls.Size;
            findings.Expect(fault.Allowed.Contains(ClientView.EndOf(seen.Client)), $"{fault.Name}: the client reports {seen.Client}");
            findings.Expect(fault.TransportDies || seen.Hurt is null or 0, $"{fault.Name}: {seen.Hurt} neighbours were hurt");
            advance(1);
        }

        string others = neighbours == 0 ? "none beside it" : $"{hurt} of {neighbours}{(fault.TransportDies ? ", the connection died" : "")}";
        findings.Row(fault.Name, Shown(clients), Shown(servers), others);
    }

    private static async Task<Sighting> HappenAsync(Fault fault, int turn)
    {
        try
        {
            return await fault.HappenAsync(turn).WaitAsync(_patience);
        }
        catch (Exception exception)
        {
            return new($"{exception.GetType().Name}: {exception.Message}", "", null);
        }
    }

    private static string Shown(RunResult tally) => string.Join("; ", tally.All.Select(entry => $"{entry.Key} ×{entry.Value}"));
}
