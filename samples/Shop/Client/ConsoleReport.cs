using System.Globalization;
using Google.Rpc;
using Grpc.Core;
using Spectre.Console;

namespace Shop;

/// <summary>Prints each call as the client sees it, and then a table of the metadata that each service received.</summary>
internal sealed class ConsoleReport
{
    internal void Title(string text) => AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(text)}[/]") { Justification = Justify.Left });

    internal void Started(ServiceProcess service, Uri url) => Line(service.Role.ToString(), $"process {service.Id} at {url.OriginalString}");

    internal void Log(Role role, LogLine line) => Console.WriteLine($"{role} logs {line.LogLevel} {line.Category}: {line.Message}");

    internal void Request(string title, object metadata, TimeSpan timeout)
    {
        Title(title);
        Line("Request", $"{metadata}, timeout {Seconds(timeout)}");
    }

    internal void Response(ServerInfo server, Receipt receipt, CallCost cost)
    {
        Line("Initial", server);
        Line("Message", receipt);
        Line("Trailing", cost);
    }

    internal void Failure(RpcException failure, BadRequest? details = null)
    {
        Line("Status", failure.StatusCode);
        if (failure.Status.Detail.Length != 0)
        {
            Line("Detail", failure.Status.Detail);
        }

        foreach (BadRequest.Types.FieldViolation violation in details?.FieldViolations ?? [])
        {
            Line("Violation", $"{violation.Field}: {violation.Description}");
        }
    }

    internal async Task ShowPageUntilAsync(int port, CancellationToken stop)
    {
        Title("The gateway's metadata contract and recent calls");
        Line("Open", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/typed-metadata/ in a browser. Press Ctrl+C to stop the services.");
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    internal void WhoSawWhat(IReadOnlyList<ClientCall> calls, IReadOnlyDictionary<Role, IReadOnlyList<Sighting>> seen)
    {
        foreach ((string title, Sighting client) in calls)
        {
            Title($"Who saw what: {title}");
            Table table = new() { Border = TableBorder.Simple };
            table.AddColumns("who", "tenant", "request", "token", "app", "time left", "how it ended");
            Row(table, "Client", client);
            foreach (Role role in Enum.GetValues<Role>())
            {
                Row(table, role.ToString(), seen[role].SingleOrDefault(sighting => sighting.RequestId == client.RequestId));
            }

            AnsiConsole.Write(table);
        }
    }

    private static void Line(string label, object value) => Console.WriteLine($"  {label,-13} {value}");

    private static void Row(Table table, string who, Sighting? seen)
    {
        string[] cells = seen is null
            ? [who, "", "", "", "", "", "was not called"]
            : [who, seen.Tenant ?? "none", seen.RequestId?[..8] ?? "none", seen.HasToken ? "***" : "none", seen.App ?? "none", Seconds(seen.Left), seen.Outcome];
        table.AddRow([.. cells.Select(Markup.Escape)]);
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
