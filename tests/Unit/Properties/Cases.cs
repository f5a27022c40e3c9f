using System.Globalization;

namespace TypedMetadata.Unit.Properties;

/// <summary>How many cases a property is tried with: what <c>PROPERTY_CASES</c> says.</summary>
internal static class Cases
{
    private static readonly int? _said = Environment.GetEnvironmentVariable("PROPERTY_CASES") is string number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    /// <summary>10,000 unless said otherwise.</summary>
    internal static int Each => _said ?? 10_000;

    /// <summary>500 unless said otherwise: each is a call to a server.</summary>
    internal static int OfCalls => _said ?? 500;
}
