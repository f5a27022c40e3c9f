using System.Globalization;
using Spectre.Console;

namespace Greeter;

/// <summary>Prints each call: the typed values, and next to them the header fields on the wire.</summary>
/// <param name="tap">The captured header fields, or null if the other end is another process.</param>
internal sealed class ConsoleReport(WireTap? tap = null)
{
    private const int ValueWidth = 28;

    internal static void Title(string text) => AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(text)}[/]") { Justification = Justify.Left });

    internal static void Record(CallerInfo caller)
    {
        Title("The record that the client sends with every call. ToString redacts its secrets");
        AnsiConsole.Write(new Padder(new Text(caller.ToString()), new Padding(2, 0, 0, 1)));
    }

    internal void Call(CallerInfo request, BeginInfo initial, IReadOnlyList<string> replies, EndInfo trailing)
    {
        Position("Request metadata, written by the client", tap?.Request,
        [
            (nameof(request.TenantId), CallerInfo.Keys.TenantId.Name, request.TenantId),
            (nameof(request.AuthToken), CallerInfo.Keys.AuthToken.Name, request.AuthToken),
            (nameof(request.AuthTokenBytes), CallerInfo.Keys.AuthTokenBytes.Name, request.AuthTokenBytes),
            (nameof(request.Attempt), CallerInfo.Keys.Attempt.Name, request.Attempt),
            (nameof(request.Locale), CallerInfo.Keys.Locale.Name, request.Locale),
            (nameof(request.Trace), CallerInfo.Keys.Trace.Name, request.Trace),
        ]);
        Position("Initial metadata, written by the server", tap?.Initial,
        [
            (nameof(initial.BeginTime), BeginInfo.Keys.BeginTime.Name, initial.BeginTime),
            (nameof(initial.ServedBy), BeginInfo.Keys.ServedBy.Name, initial.ServedBy),
        ]);
        foreach (string reply in replies)
        {
            AnsiConsole.MarkupLineInterpolated($"  [bold]Message:[/] {reply}");
        }

        Position("Trailing metadata, written by the server", tap?.Trailing,
        [
            (nameof(trailing.EndTime), EndInfo.Keys.EndTime.Name, trailing.EndTime),
            (nameof(trailing.Took), EndInfo.Keys.Took.Name, trailing.Took),
            (nameof(trailing.Greetings), EndInfo.Keys.Greetings.Name, trailing.Greetings),
            (nameof(trailing.Checksum), EndInfo.Keys.Checksum.Name, Convert.ToHexString(trailing.Checksum.Span)),
        ]);
        AnsiConsole.WriteLine();
    }

    internal static void Rejection(Grpc.Core.Metadata sent, Grpc.Core.Status status)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        grid.AddRow("  Sent", Markup.Escape(string.Join("; ", sent.Select(entry => entry.IsBinary ? $"{entry.Key} ({entry.ValueBytes.Length} bytes)" : $"{entry.Key}: {entry.Value}"))));
        grid.AddRow("  Status", status.StatusCode.ToString());
        grid.AddRow("  Detail", Markup.Escape(status.Detail));
        AnsiConsole.Write(grid);
    }

    private static void Position(string title, IReadOnlyList<WireField>? wire, (string Property, string Key, object? Value)[] rows)
    {
        AnsiConsole.MarkupLineInterpolated($"  [bold]{title}[/]");
        foreach ((string property, string key, object? value) in rows)
        {
            string line = wire is null ? "" : wire.FirstOrDefault(field => field.Name == key)?.ToString() ?? "(not sent)";
            AnsiConsole.MarkupLineInterpolated($"    {property,-14}  {Shortened(Text(value)),-ValueWidth}  [green]{line}[/]");
        }
    }

    private static string Shortened(string text) => text.Length <= ValueWidth ? text : text[..(ValueWidth - 1)] + "…";

    private static string Text(object? value) => value switch
    {
        null => "(null)",
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
