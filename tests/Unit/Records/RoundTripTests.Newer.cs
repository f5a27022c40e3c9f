namespace TypedMetadata.Unit.Records;

/// <content>Types that the core for .NET Standard does not have.</content>
public sealed partial class RoundTripTests
{
    [Theory]
    [InlineData("time-of-day", "24:00:00")]
    [InlineData("time-of-day", "01:02")]
    [InlineData("birthday", "2026-11-23T00:00:00")]
    [InlineData("int128", "+1")]
    public void Text_of_a_newer_type_that_the_framework_reads_too_loosely_is_malformed(string key, string text) => Text_that_the_framework_reads_too_loosely_is_malformed(key, text);
}
