using System.Globalization;
using Spectre.Console;

namespace Greeter;

/// <summary>Prints what happens: each typed value, and beside it the line that went over the wire.</summary>
internal sealed class Story
{
    internal void Title(string text) => AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(text)}[/]") { Justification = Justify.Left });

    internal void Record(CallerInfo caller)
    {
        Title("The record that goes with every call");
        Line("AuthToken", caller.AuthToken);
        Line("AuthTokenBytes", caller.AuthTokenBytes);
        Line("TenantId", caller.TenantId);
        Line("Attempt", caller.Attempt);
        Line("Locale", caller.Locale);
        Line("Trace", caller.Trace);
        Line("ToString()", caller);
        Console.WriteLine();
    }

    internal void Call(CallerInfo request, BeginInfo initial, IReadOnlyList<string> replies, EndInfo trailing, WireTap? tap)
    {
        Table table = NewTable();
        Row(table, "request", CallerInfo.Keys.TenantId.Name, request.TenantId, tap?.Request);
        Row(table, "request", CallerInfo.Keys.AuthToken.Name, request.AuthToken, tap?.Request);
        Row(table, "request", CallerInfo.Keys.AuthTokenBytes.Name, request.AuthTokenBytes, tap?.Request);
        Row(table, "request", CallerInfo.Keys.Attempt.Name, request.Attempt, tap?.Request);
        Row(table, "request", CallerInfo.Keys.Locale.Name, request.Locale, tap?.Request);
        Row(table, "request", CallerInfo.Keys.Trace.Name, request.Trace, tap?.Request);
        Row(table, "initial", BeginInfo.Keys.BeginTime.Name, initial.BeginTime, tap?.Initial);
        Row(table, "initial", BeginInfo.Keys.ServedBy.Name, initial.ServedBy, tap?.Initial);
        foreach (string reply in replies)
        {
            table.AddRow("message", "", Markup.Escape(reply), "");
        }

        Row(table, "trailing", EndInfo.Keys.EndTime.Name, trailing.EndTime, tap?.Trailing);
        Row(table, "trailing", EndInfo.Keys.Took.Name, trailing.Took, tap?.Trailing);
        Row(table, "trailing", EndInfo.Keys.Greetings.Name, trailing.Greetings, tap?.Trailing);
        Row(table, "trailing", EndInfo.Keys.Checksum.Name, Convert.ToHexString(trailing.Checksum.Span), tap?.Trailing);
        AnsiConsole.Write(table);
    }

    internal void Refusal(Grpc.Core.Status status, WireTap? tap)
    {
        Line("Status", status.StatusCode);
        Line("Detail", status.Detail);
        foreach (WireField field in tap?.Initial.Where(field => field.Name.StartsWith("grpc-", StringComparison.Ordinal)) ?? [])
        {
            Line("On the wire", field);
        }
    }

    private static Table NewTable()
    {
        Table table = new() { Border = TableBorder.Simple, Expand = false };
        return table.AddColumn("position").AddColumn("key").AddColumn("typed value").AddColumn(new TableColumn("on the wire").NoWrap());
    }

    private static void Row(Table table, string position, string key, object? value, IReadOnlyList<WireField>? wire)
    {
        string line = wire is null ? "" : wire.FirstOrDefault(field => field.Name == key)?.ToString() ?? "(not sent)";
        table.AddRow(position, Markup.Escape(key), Markup.Escape(Text(value)), $"[green]{Markup.Escape(line)}[/]");
    }

    private static void Line(string label, object? value) =>
        Console.WriteLine($"  {label,-15} {Text(value)}");

    private static string Text(object? value) => value switch
    {
        null => "(null)",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
