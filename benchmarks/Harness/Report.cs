using System.Globalization;
using Spectre.Console;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>Prints figures for people, and as the rows of a Markdown table.</summary>
internal static class Report
{
    internal static void Print(IEnumerable<Figure> figures, IReadOnlyDictionary<string, double?> others)
    {
        Table table = new Table().AddColumns("row", "what", "measured", "target", "");
        foreach (Figure figure in figures)
        {
            table.AddRow(figure.Row, Markup.Escape(figure.What), figure.Shown, figure.ShownTarget, Verdict(figure));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(Show(others));
    }

    internal static void Write(IEnumerable<Figure> figures, IReadOnlyDictionary<string, double?> others, string path) => File.WriteAllLines(
        path,
        ["| # | what | measured | target | |", "|---|---|---|---|---|", .. figures.Select(figure => $"| {figure.Row} | {figure.What} | {figure.Shown} | {figure.ShownTarget} | {Verdict(figure)} |"), "", Show(others)]);

    private static string Show(IReadOnlyDictionary<string, double?> others) =>
        "What other processes used of all processors meanwhile: "
        + string.Join(", ", others.Select(row => $"row {row.Key} {row.Value?.ToString("0 %", CultureInfo.InvariantCulture) ?? "unknown"}")) + ".";

    private static string Verdict(Figure figure) => figure.IsMet switch
    {
        true => "met",
        false => "missed",
        null => "",
    };
}
