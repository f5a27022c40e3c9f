using BenchmarkDotNet.Running;
using Spectre.Console;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Rows;

// dotnet run -c Release --project benchmarks -- [--quick] [--row N]... [--write FOLDER], for a table in Markdown and the chart
// dotnet run -c Release --project benchmarks -- bytes
// dotnet run -c Release --project benchmarks -- dotnet [BenchmarkDotNet's own arguments]
switch (args)
{
    case ["--serve"]:
        await Servers.RunAsync();
        return 0;
    case ["bytes"]:
        return await ByteGate.RunAsync();
    case ["dotnet", .. string[] own]:
        BenchmarkSwitcher.FromAssembly(typeof(IRow).Assembly).Run(own);
        return 0;
}

RunOptions pace = args.Contains("--quick") ? RunOptions.Quick : RunOptions.Full;
IRow[] rows =
[
    new ReadFromMetadata(), new ReadOnServer(), new ServerWrites(), new WriteToMetadata(), new EndToEndCalls(), new Base64Decoding(),
    new GeneratorKeystroke(), new GeneratorCold(), new FirstCalls(), new Growth(), new SilentCall(), new ClientPath(), new ClientAlone(), new Streaming(),
];
string[] only = [.. After("--row")];
List<Figure> figures = [];
Dictionary<string, double?> others = [];
foreach (IRow row in rows.Where(row => only.Length == 0 || only.Contains(row.Number)))
{
    AnsiConsole.MarkupLineInterpolated($"[grey]row {row.Number} …[/]");
    OtherProcesses beside = new();
    figures.AddRange(await row.MeasureAsync(pace));
    others.Add(row.Number, beside.Share());
}

Report.Print(figures, others);
foreach (string folder in After("--write"))
{
    Directory.CreateDirectory(folder);
    Report.Write(figures, others, Path.Combine(folder, "figures.md"));
    Chart.Draw(figures, others, Path.Combine(folder, "performance.png"));
}

return 0;

IEnumerable<string> After(string name) => args.Zip(args.Skip(1)).Where(pair => pair.First == name).Select(pair => pair.Second);
