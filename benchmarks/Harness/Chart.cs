using ScottPlot;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>Draws what is measured as a ratio to hand-written code, for people who would rather look than read.</summary>
internal static class Chart
{
    private const int Width = 1000;
    private const int HeightOfBar = 30;

    internal static void Draw(IEnumerable<Figure> figures, string path)
    {
        // Every bar is a part of what hand-written code takes, so shorter is better; a speed is turned round.
        (string What, double Part)[] bars = [.. figures
            .Where(figure => figure.IsRatio && figure.Target is not null)
            .Select(figure => ($"{figure.Row}: {figure.What}", figure.AtLeast ? 1 / figure.Value : figure.Value))
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
        plot.Axes.Left.MinimumSize = 470;
        plot.Axes.Margins(left: 0);
        plot.Title("What typed metadata takes of what it takes by hand: less is better");
        plot.HideGrid();
        plot.SavePng(path, Width, (bars.Length * HeightOfBar) + 120);
    }
}
