using Spectre.Console;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Rows;

// dotnet run -c Release --project benchmarks -- [--quick] [--row N] [--write FILE]
Pace pace = args.Contains("--quick") ? Pace.Quick : Pace.Full;
string? only = After("--row");
IRow[] rows = [new ReadFromMetadata(), new ReadOnServer(), new WriteToMetadata(), new Base64Decoding()];
List<Figure> figures = [];
foreach (IRow row in rows.Where(row => only is null || row.Number == only))
{
    AnsiConsole.MarkupLineInterpolated($"[grey]row {row.Number} …[/]");
    figures.AddRange(await row.MeasureAsync(pace));
}

Report.Print(figures);
if (After("--write") is string file)
{
    Report.Write(figures, file);
}

string? After(string name) => Array.IndexOf(args, name) is >= 0 and int index && index + 1 < args.Length ? args[index + 1] : null;
