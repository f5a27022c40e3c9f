using System.Globalization;

namespace TypedMetadata.Reliability.Running;

/// <summary>How much a command shall do.</summary>
/// <param name="Quick">Whether a fraction is enough, as in CI.</param>
/// <param name="Count">How many cases or calls, or the command's own number.</param>
/// <param name="Seed">Where chance begins: the same seed makes the same cases.</param>
/// <param name="Minutes">How long a soak lasts.</param>
/// <param name="Only">What the names of faults must contain.</param>
internal sealed record Order(bool Quick, int? Count, int Seed, double Minutes = 0, string Only = "")
{
    internal static Order Parse(ReadOnlySpan<string> arguments)
    {
        Order order = new(Quick: false, Count: null, Random.Shared.Next());
        for (int i = 0; i < arguments.Length; i++)
        {
            order = arguments[i] switch
            {
                "--quick" => order with { Quick = true },
                "--count" => order with { Count = (int)Number(arguments, ++i) },
                "--seed" => order with { Seed = (int)Number(arguments, ++i) },
                "--minutes" => order with { Minutes = Number(arguments, ++i) },
                "--only" => order with { Only = ++i < arguments.Length ? arguments[i] : throw new FormatException("'--only' needs a text after it.") },
                string unknown => throw new FormatException($"'{unknown}' is no option: use --quick, --count N, --seed N, --minutes N or --only TEXT."),
            };
        }

        return order;
    }

    /// <summary>What was asked for, or the full or the quick number.</summary>
    internal int CountOr(int full, int quick) => Count ?? (Quick ? quick : full);

    private static double Number(ReadOnlySpan<string> arguments, int index) =>
        index < arguments.Length && double.TryParse(arguments[index], NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new FormatException($"'{arguments[index - 1]}' needs a number after it.");
}
