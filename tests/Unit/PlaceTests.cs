using System.Globalization;

namespace TypedMetadata.Unit;

/// <summary>That a run in another culture and time zone (<c>.ci/everywhere</c>) is one: a wrong name would leave both as they are.</summary>
public sealed class PlaceTests
{
    [Fact]
    public void Culture_and_the_time_zone_are_those_of_the_run()
    {
        Assert.Equal(Environment.GetEnvironmentVariable("EXPECTED_CULTURE") ?? CultureInfo.CurrentCulture.Name, CultureInfo.CurrentCulture.Name);
        Assert.Equal(Environment.GetEnvironmentVariable("EXPECTED_ZONE") ?? TimeZoneInfo.Local.Id, TimeZoneInfo.Local.Id);
    }
}
