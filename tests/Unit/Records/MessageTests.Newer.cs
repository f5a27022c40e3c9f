namespace TypedMetadata.Unit.Records;

/// <content>Types that the core for .NET Standard does not have.</content>
public sealed partial class MessageTests
{
    [Theory]
    [InlineData("birthday", "x", "'birthday' is malformed: expected a date of ISO 8601, such as 2026-11-23.")]
    [InlineData("hour", "x", "'hour' is malformed: expected a time of ISO 8601, such as 01:02:03.5.")]
    public void Read_of_a_newer_type_says(string key, string wire, string message) => Read_says(key, wire, message);
}

/// <content>Types that the core for .NET Standard does not have.</content>
public sealed partial record Spoken
{
    public DateOnly? Birthday { get; init; }

    public TimeOnly? Hour { get; init; }
}
