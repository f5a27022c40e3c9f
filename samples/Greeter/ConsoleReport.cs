using System.Globalization;
using Spectre.Console;

namespace Greeter;

/// <summary>Prints what happens: each typed value, and beside it the line that went over the wire.</summary>
/// <param name="tap">What went over the wire, or null when the other end is another process.</param>
internal sealed class ConsoleReport(WireTap? tap = null)
{
    internal void Title(string text) => AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(text)}[/]") { Justification = Justify.Left });

    internal void Record(CallerInfo caller)
    {
        Title("The record that goes with every call: properties are readable, ToString hides secrets");
        Line("TenantId", caller.TenantId);
        Line("AuthToken", caller.AuthToken);
        Line("AuthTokenBytes", caller.AuthTokenBytes);
        Line("Attempt", caller.Attempt);
        Line("Locale", caller.Locale);
        Line("Trace", caller.Trace);
        Line("ToString()", caller);
        Console.WriteLine();
    }

    internal void Call(CallerInfo request, BeginInfo initial, IReadOnlyList<string> replies, EndInfo trailing)
    {
        Table table = new Table { Border = TableBorder.Simple }.AddColumn("position").AddColumn("typed value");
        if (tap is not null)
        {
            table.AddColumn(new TableColumn("the line on the wire").NoWrap());
        }

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
            table.AddRow("message", Markup.Escape(reply));
        }

        Row(table, "trailing", EndInfo.Keys.EndTime.Name, trailing.EndTime, tap?.Trailing);
        Row(table, "trailing", EndInfo.Keys.Took.Name, trailing.Took, tap?.Trailing);
        Row(table, "trailing", EndInfo.Keys.Greetings.Name, trailing.Greetings, tap?.Trailing);
        Row(table, "trailing", EndInfo.Keys.Checksum.Name, $"bytes {Convert.ToHexString(trailing.Checksum.Span)}", tap?.Trailing);
        AnsiConsole.Write(table);
    }

    internal void Rejection(Grpc.Core.Metadata sent, Grpc.Core.Status status)
    {
        IEnumerable<string> fields = sent.Select(entry => entry.IsBinary ? $"{entry.Key} ({entry.ValueBytes.Length} bytes)" : $"{entry.Key}: {entry.Value}");
        Line("Sent", string.Join("; ", fields));
        Line("Status", status.StatusCode);
        Line("Detail", status.Detail);
    }

    private void Row(Table table, string position, string key, object? value, IReadOnlyList<WireField>? wire)
    {
        List<string> cells = [position, Markup.Escape(tap is null ? $"{key} = {Text(value)}" : Text(value))];
        if (tap is not null)
        {
            string line = wire?.FirstOrDefault(field => field.Name == key)?.ToString() ?? $"(null, so no {key})";
            cells.Add($"[green]{Markup.Escape(line)}[/]");
        }

        table.AddRow([.. cells]);
    }

    private static void Line(string label, object? value) => Console.WriteLine($"  {label,-15} {Text(value)}");

    private static string Text(object? value) => value switch
    {
        null => "(null)",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
