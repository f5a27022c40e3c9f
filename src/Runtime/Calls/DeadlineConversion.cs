namespace TypedMetadata;

/// <content>To and from the wall clock's time, which is how grpc-dotnet spells deadlines.</content>
public readonly partial struct Deadline
{
    /// <inheritdoc cref="ToDateTime"/>
    public static implicit operator DateTime(Deadline deadline) => deadline.ToDateTime();

    /// <summary>A deadline at that time, on the system's clock.</summary>
    /// <param name="deadline">
    /// A UTC or local time; <see cref="DateTime.MaxValue"/> of any kind is <see cref="Infinite"/>, <see cref="DateTime.MinValue"/> has long expired.
    /// </param>
    /// <exception cref="ArgumentException">The time says neither that it is UTC nor that it is local.</exception>
    public static Deadline FromDateTime(DateTime deadline) => FromDateTime(deadline, TimeProvider.System);

    /// <summary>A deadline at that time, on a clock.</summary>
    /// <param name="deadline"><inheritdoc cref="FromDateTime(DateTime)" path="/param[@name='deadline']"/></param>
    /// <param name="timeProvider">The provider of the current time.</param>
    /// <exception cref="ArgumentException">The time says neither that it is UTC nor that it is local.</exception>
    public static Deadline FromDateTime(DateTime deadline, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        if (deadline == DateTime.MaxValue)
        {
            return Infinite;
        }

        if (deadline.Kind == DateTimeKind.Unspecified && deadline != DateTime.MinValue)
        {
            throw new ArgumentException("This time may be UTC or local, its Kind does not say: use DateTime.UtcNow or DateTime.SpecifyKind.", nameof(deadline));
        }

        DateTime utc = deadline.Kind == DateTimeKind.Local ? deadline.ToUniversalTime() : deadline;
        return After(utc - timeProvider.GetUtcNow().UtcDateTime, timeProvider);
    }

    /// <summary>
    /// The same moment as the time (UTC) that the deadline's clock shows then. <see cref="Infinite"/>, and what no <see cref="DateTime"/> can say,
    /// is <see cref="DateTime.MaxValue"/>, which grpc-dotnet takes for no deadline; an expired one lies in the past.
    /// </summary>
    /// <remarks>
    /// grpc-dotnet compares it with the system's clock and rounds the timeout that it sends up to three figures: the next server may be told up to 1% more
    /// than is left. The client keeps the deadline itself, exactly, and cancels the call.
    /// </remarks>
    public DateTime ToDateTime()
    {
        if (_timeProvider is null)
        {
            return DateTime.MaxValue;
        }

        Int128 ticks = (Int128)_timeProvider.GetUtcNow().UtcTicks + TicksLeft(_timeProvider);
        return ticks >= DateTime.MaxValue.Ticks ? DateTime.MaxValue : new((long)Int128.Max(ticks, 0), DateTimeKind.Utc);
    }
}
