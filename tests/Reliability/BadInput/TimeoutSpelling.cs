using System.Text.RegularExpressions;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>What docs/wire.md allows as the answer to a <c>grpc-timeout</c>, in other words than the product's.</summary>
internal static partial class TimeoutSpelling
{
    private static readonly Dictionary<char, double> _seconds = new() { ['H'] = 3600, ['M'] = 60, ['S'] = 1, ['m'] = 1e-3, ['u'] = 1e-6, ['n'] = 1e-9 };

    internal static string[] Allowed(string field)
    {
        string[] parts = field.Split(',');
        if (!parts.All(part => Timeout().IsMatch(part)))
        {
            return ["Internal"];
        }

        double least = parts.Min(part => double.Parse(part[..^1]) * _seconds[part[^1]]);

        // A short one runs out before its handler, or while it runs, or not at all.
        return least < 1e-7 ? ["DeadlineExceeded"] : least < 60 ? ["DeadlineExceeded", "OK", "RST_STREAM"] : ["OK"];
    }

    [GeneratedRegex(@"^[0-9]{1,8}[HMSmun]\z")]
    private static partial Regex Timeout();
}
