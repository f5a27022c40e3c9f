namespace TypedMetadata.Internal;

/// <summary>Times counted from 1970-01-01T00:00:00Z.</summary>
internal static class UnixTime
{
    internal static bool TryParse(string text, long ticksPerUnit, out DateTimeOffset value)
    {
        bool isValid = DecimalTicks.TryParse(
            text, ticksPerUnit, DateTimeOffset.MinValue.Ticks - DateTimeOffset.UnixEpoch.Ticks, DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks, out long ticks);
        value = isValid ? DateTimeOffset.UnixEpoch.AddTicks(ticks) : default;
        return isValid;
    }
}
