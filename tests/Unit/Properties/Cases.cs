using System.Globalization;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Properties;

/// <summary>The number of cases that a property is tested with. The environment variable <c>PROPERTY_CASES</c> sets it.</summary>
internal static class Cases
{
    private static readonly int? _given = Environment.GetEnvironmentVariable("PROPERTY_CASES") is string number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    /// <summary>10,000 by default where long tests are run, else 2,000.</summary>
    internal static int Each => _given ?? (LongTests.AreRun ? 10_000 : 2_000);

    /// <summary>500 by default, because each is a call to a server.</summary>
    internal static int OfCalls => _given ?? 500;
}
