using System.Globalization;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>One measured figure beside what it should be.</summary>
/// <param name="Row">The row of the table of targets.</param>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure, whose median is what counts.</param>
/// <param name="Unit">Such as <c>x</c> for a ratio, or bytes.</param>
/// <param name="Target">What it should be, or null where there is no target.</param>
/// <param name="AtLeast">Whether the target is the least, not the most.</param>
internal sealed record Figure(string Row, string What, Spread Value, string Unit, double? Target = null, bool AtLeast = false)
{
    internal bool? IsMet => Target is double target ? AtLeast ? Value.Median >= target : Value.Median <= target : null;

    internal string Shown => Show(Value.Median) + (Value.Low < Value.High ? $" ({Number(Value.Low)}-{Number(Value.High)})" : "");

    internal string ShownTarget => Target is double target ? (AtLeast ? "≥ " : "≤ ") + Show(target) : "";

    internal bool IsRatio => Unit == "x";

    private string Show(double value) => Number(value) + (IsRatio ? "x" : " " + Unit);

    private string Number(double value) => value.ToString(IsRatio ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
