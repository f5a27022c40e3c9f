using ScottPlot;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>Draws what is measured as a ratio to hand-written code, for people who would rather look than read.</summary>
internal static class Chart
{
    private const int Width = 1000;
    private const int WidthOfText = 430;
    private const int HeightOfBar = 30;
    private const double MostOfOthers = 0.10;

    internal static void Draw(IEnumerable<Figure> figures, IReadOnlyDictionary<string, double?> others, string path)
    {
        if (others.Values.Any(share => share > MostOfOthers))
        {
            Console.WriteLine($"No chart is drawn: other processes used more than {MostOfOthers * 100:0} % of the processors beside at least one row.");
            return;
        }

        // Every bar is a part of what hand-written code takes, so shorter is better; a speed is turned round. Rows 7, 8 and 10 compare with something else.
        (string What, double Part)[] bars = [.. figures
            .Where(figure => figure is { IsRatio: true, Target: not null, Row: not ("7" or "8" or "10") })
            .Select(figure => ($"{figure.Row}: {figure.What}", figure.AtLeast ? 1 / figure.Value.Median : figure.Value.Median))
            .Reverse()];
        if (bars.Length == 0)
        {
            return;
        }

        using Plot plot = new();
        plot.Add.Bars(bars.Select((bar, index) => new Bar
        {
            Position = index,
            Value = bar.Part,
            Label = bar.Part.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
            Orientation = Orientation.Horizontal,
            FillColor = bar.Part <= 1 ? Colors.SteelBlue : Colors.IndianRed,
        }).ToList());
        plot.Add.VerticalLine(1, color: Colors.Black);
        plot.Axes.Left.SetTicks([.. bars.Select((_, index) => (double)index)], [.. bars.Select(bar => bar.What)]);
        plot.Axes.Left.MinimumSize = WidthOfText;
        plot.Axes.Left.MaximumSize = WidthOfText;
        plot.Axes.SetLimits(0, bars.Max(bar => bar.Part) * 1.15, -1, bars.Length);
        plot.Title("What it takes typed, of what it takes by hand: less is better", size: 15);
        plot.HideGrid();
        plot.SavePng(path, Width, (bars.Length * HeightOfBar) + 120);
    }
}
