using Spectre.Console;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>Prints figures for people, and as the rows of a Markdown table.</summary>
internal static class Report
{
    internal static void Print(IEnumerable<Figure> figures)
    {
        Table table = new Table().AddColumns("row", "what", "measured", "target", "");
        foreach (Figure figure in figures)
        {
            table.AddRow(figure.Row, Markup.Escape(figure.What), figure.Shown, figure.ShownTarget, Verdict(figure));
        }

        AnsiConsole.Write(table);
    }

    internal static void Write(IEnumerable<Figure> figures, string path) => File.WriteAllLines(
        path,
        ["| # | what | measured | target | |", "|---|---|---|---|---|", .. figures.Select(figure => $"| {figure.Row} | {figure.What} | {figure.Shown} | {figure.ShownTarget} | {Verdict(figure)} |")]);

    private static string Verdict(Figure figure) => figure.IsMet switch
    {
        true => "met",
        false => "missed",
        null => "",
    };
}
