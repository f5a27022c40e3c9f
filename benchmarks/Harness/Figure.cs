using System.Globalization;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>One measured figure beside what it should be.</summary>
/// <param name="Row">The row of the table of targets.</param>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Such as <c>x</c> for a ratio, or bytes.</param>
/// <param name="Target">What it should be, or null where there is no target.</param>
/// <param name="AtLeast">Whether the target is the least, not the most.</param>
internal sealed record Figure(string Row, string What, double Value, string Unit, double? Target = null, bool AtLeast = false)
{
    internal bool? IsMet => Target is double target ? AtLeast ? Value >= target : Value <= target : null;

    internal string Shown => Show(Value);

    internal string ShownTarget => Target is double target ? (AtLeast ? "≥ " : "≤ ") + Show(target) : "";

    internal bool IsRatio => Unit == "x";

    private string Show(double value) => value.ToString(IsRatio ? "0.00" : "#,0", CultureInfo.InvariantCulture) + (IsRatio ? "x" : " " + Unit);
}
