using System.Globalization;

namespace TypedMetadata.Unit.Properties;

/// <summary>How many cases a property is tried with.</summary>
internal static class Cases
{
    /// <summary>10,000 unless <c>PROPERTY_CASES</c> says another number.</summary>
    internal static int Each { get; } =
        Environment.GetEnvironmentVariable("PROPERTY_CASES") is string number ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000;
}
