using Spectre.Console;

namespace TypedMetadata.Reliability.Running;

/// <summary>What a command found: a small table, and every broken promise.</summary>
internal sealed class Findings(params string[] columns)
{
    private const int MostShown = 20;
    private readonly List<string[]> _rows = [];
    private readonly List<string> _broken = [];
    private int _brokenCount;

    internal bool Holds => _brokenCount == 0;

    internal IReadOnlyList<string> Broken
    {
        get
        {
            lock (_broken)
            {
                return [.. _broken];
            }
        }
    }

    internal void Row(params string[] cells) => _rows.Add(cells);

    /// <summary>Notes a broken promise. Attackers run side by side.</summary>
    internal void Break(string what)
    {
        lock (_broken)
        {
            _brokenCount++;
            if (_broken.Count < MostShown)
            {
                _broken.Add(what);
            }
        }
    }

    internal void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            Break(otherwise);
        }
    }

    internal void Print(IAnsiConsole console)
    {
        Table table = new() { Border = TableBorder.Markdown };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column));
        }

        foreach (string[] row in _rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        console.Write(table);
        foreach (string what in Broken)
        {
            console.WriteLine($"BROKEN: {what}");
        }

        console.WriteLine(Holds ? "The promise holds." : $"The promise was broken {_brokenCount} times.");
    }
}
