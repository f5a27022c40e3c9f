namespace TypedMetadata;

/// <summary>Writes the page of a contract: its services and methods, then its records with their keys.</summary>
internal sealed class ContractPage
{
    private readonly ContractDocument _contract;
    private readonly Server _server;
    private readonly Dictionary<string, ContractRecord> _records;
    private int _commands;

    private ContractPage(ContractDocument contract, Server server)
    {
        _contract = contract;
        _server = server;
        _records = [];
        foreach (ContractRecord record in contract.Records)
        {
            _records.TryAdd(record.Type, record);
        }
    }

    /// <summary>Writes the page.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="server">The server in the command lines.</param>
    /// <param name="links">The links to related pages: their addresses and texts.</param>
    internal static string Write(ContractDocument contract, Server server, params (string Address, string Text)[] links) =>
        PageFrame.Of("Metadata contract", html => new ContractPage(contract, server).WriteBody(html, links));

    private void WriteBody(HtmlWriter html, (string Address, string Text)[] links)
    {
        int methods = _contract.Services.Sum(static service => service.Methods.Count);
        html.Write($"""
            <header>
            <h1>Metadata contract</h1>
            <p class="muted">{PageFrame.Count(_contract.Services.Count, "service")}, {PageFrame.Count(methods, "method")}, {PageFrame.Count(_contract.Records.Count, "record")}</p>

            """);
        html.Write($"""<p class="links">""");
        foreach ((string address, string text) in links)
        {
            html.Write($"""<a href="{address}">{text}</a> """);
        }

        html.Write($"""
            </p>
            <form role="search" hidden>
            <label for="filter">Filter methods and records</label>
            <input id="filter" type="search" data-items="methods and records" autocomplete="off" spellcheck="false">
            </form>
            <p id="status" role="status" class="muted"></p>
            </header>
            <nav aria-label="Contents">
            <ul>

            """);
        foreach (ContractService service in _contract.Services)
        {
            html.Write($"""<li><a href="{Fragment(ServiceId(service))}"><bdi>{service.Name}</bdi></a></li>""");
        }

        html.Write($"""
            <li><a href="#records">Records</a></li>
            </ul>
            </nav>
            <main id="main">

            """);
        foreach (ContractService service in _contract.Services)
        {
            WriteService(html, service);
        }

        html.Write($"""
            <section id="records" aria-labelledby="records-heading" data-group>
            <h2 id="records-heading">Records</h2>

            """);
        foreach (ContractRecord record in _contract.Records)
        {
            RecordCard.Write(html, record, RecordId(record.Type));
        }

        html.Write($"</section></main>");
    }

    private void WriteService(HtmlWriter html, ContractService service)
    {
        html.Write($"""
            <section id="{ServiceId(service)}" aria-label="Service {service.Name}" data-group>
            <h2><bdi>{service.Name}</bdi></h2>

            """);
        foreach (ContractMethod method in service.Methods)
        {
            string id = $"method-{service.Name}/{method.Name}";
            html.Write($"""
                <article class="card" id="{Id(id)}" data-search="{SearchText(service, method)}">
                <h3><a href="{Fragment(Id(id))}"><bdi>{method.Name}</bdi></a> <span class="tag">{method.Kind}</span></h3>

                """);
            WritePosition(html, "Request metadata", method.Request);
            WritePosition(html, "Initial metadata", method.Initial);
            WritePosition(html, "Trailing metadata", method.Trailing);
            if (method is { Request: [], Initial: [], Trailing: [] })
            {
                html.Write($"""<p class="muted">No metadata is declared.</p>""");
            }

            ContractRecord[] request = [.. RecordsOf(method.Request)];
            html.Write($"<details><summary>Call it from a terminal</summary>");
            WriteCommand(html, "grpcurl", $"{service.Name}/{method.Name}", CallCommand.Grpcurl(service.Name, method, request, _server));
            WriteCommand(html, "curl", $"{service.Name}/{method.Name}", CallCommand.Curl(service.Name, method, request, _server));
            html.Write($"</details></article>");
        }

        html.Write($"</section>");
    }

    private void WritePosition(HtmlWriter html, string name, IReadOnlyList<ContractUse> uses)
    {
        if (uses.Count == 0)
        {
            return;
        }

        html.Write($"""<h4>{name}</h4><ul class="plain">""");
        foreach (ContractUse use in uses)
        {
            ContractRecord? record = _records.GetValueOrDefault(use.Record);
            html.Write($"""<li><a href="{Fragment(RecordId(use.Record))}"><bdi>{record?.Name ?? use.Record}</bdi></a>""");
            if (use.Enforcement == "report-only")
            {
                html.Write($""" <span class="tag">report only</span>""");
            }

            html.Write($": ");
            WriteKeys(html, record?.Keys ?? []);
            html.Write($"</li>");
        }

        html.Write($"</ul>");
    }

    private static void WriteKeys(HtmlWriter html, IReadOnlyList<ContractKey> keys)
    {
        const int Shown = 12;
        for (int i = 0; i < Math.Min(keys.Count, Shown); i++)
        {
            html.Write($"""{(i == 0 ? "" : ", ")}<code><bdi>{keys[i].Key}{(keys[i].Prefix ? "*" : "")}</bdi></code>{(keys[i].Required ? " (required)" : "")}""");
        }

        if (keys.Count > Shown)
        {
            html.Write($" and {keys.Count - Shown} more");
        }
    }

    private void WriteCommand(HtmlWriter html, string tool, string method, string command)
    {
        string id = FormattableString.Invariant($"command-{++_commands}");
        html.Write($"""<p class="command">{tool} <button type="button" hidden data-copies="{id}" aria-label="Copy the {tool} command of {method}">Copy</button></p><pre id="{id}" tabindex="0">{command}</pre>""");
    }

    private string SearchText(ContractService service, ContractMethod method) => string.Join(
        ' ',
        [service.Name, method.Name, method.Kind ?? "", .. RecordsOf([.. method.Request, .. method.Initial, .. method.Trailing]).SelectMany(static record => record.Keys.Select(static key => key.Key).Prepend(record.Name))]);

    private IEnumerable<ContractRecord> RecordsOf(IEnumerable<ContractUse> uses) =>
        uses.Select(use => _records.GetValueOrDefault(use.Record)).OfType<ContractRecord>();

    private static string ServiceId(ContractService service) => Id("service-" + service.Name);

    private static string RecordId(string type) => Id("record-" + type);

    // An id must not contain white space.
    private static string Id(string text) => string.Concat(text.Select(static letter => char.IsWhiteSpace(letter) || char.IsControl(letter) ? '_' : letter));

    private static string Fragment(string id) => "#" + Uri.EscapeDataString(id);
}
