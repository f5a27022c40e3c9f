namespace TypedMetadata;

/// <content>Converts deadlines to and from <see cref="DateTime"/>, the type of deadlines in grpc-dotnet.</content>
public readonly partial struct Deadline
{
    /// <inheritdoc cref="ToDateTime"/>
    public static implicit operator DateTime(Deadline deadline) => deadline.ToDateTime();

    /// <summary>Creates a deadline from a UTC or local time.</summary>
    /// <param name="deadline">
    /// The time. <see cref="DateTime.MaxValue"/> of any kind results in <see cref="Infinite"/>, and <see cref="DateTime.MinValue"/> in an expired deadline.
    /// </param>
    /// <returns>The deadline.</returns>
    /// <exception cref="ArgumentException">The <see cref="DateTime.Kind"/> of the time is <see cref="DateTimeKind.Unspecified"/>.</exception>
    public static Deadline FromDateTime(DateTime deadline) => FromDateTime(deadline, TimeProvider.System);

    /// <summary>Creates a deadline from a UTC or local time, with a time provider.</summary>
    /// <param name="deadline"><inheritdoc cref="FromDateTime(DateTime)" path="/param[@name='deadline']"/></param>
    /// <param name="timeProvider">The provider of the current time.</param>
    /// <returns>The deadline.</returns>
    /// <exception cref="ArgumentException">The <see cref="DateTime.Kind"/> of the time is <see cref="DateTimeKind.Unspecified"/>.</exception>
    public static Deadline FromDateTime(DateTime deadline, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        if (deadline == DateTime.MaxValue)
        {
            return Infinite;
        }

        if (deadline.Kind == DateTimeKind.Unspecified && deadline != DateTime.MinValue)
        {
            throw new ArgumentException("The Kind of the time is Unspecified, so it may be UTC or local. Use DateTime.UtcNow or DateTime.SpecifyKind.", nameof(deadline));
        }

        DateTime utc = deadline.Kind == DateTimeKind.Local ? deadline.ToUniversalTime() : deadline;
        return After(utc - timeProvider.GetUtcNow().UtcDateTime, timeProvider);
    }

    /// <summary>
    /// Converts the deadline to a UTC time. <see cref="Infinite"/> becomes <see cref="DateTime.MaxValue"/>, which grpc-dotnet treats as no deadline.
    /// </summary>
    /// <remarks>
    /// An expired deadline becomes a time in the past, and a deadline beyond the range of <see cref="DateTime"/> becomes <see cref="DateTime.MaxValue"/>. grpc-dotnet compares the
    /// time with the system clock and rounds the timeout that it sends up to three digits, so the server may receive up to 1% more time. The client cancels the call
    /// exactly at the deadline.
    /// </remarks>
    /// <returns>The time, in UTC.</returns>
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
