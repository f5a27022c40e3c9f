using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Represents the deadline of a call on a monotonic clock, which changes of the system time do not affect. It converts to the <see cref="DateTime"/> that grpc-dotnet expects.
/// </summary>
/// <remarks>
/// Pass it where grpc-dotnet takes a deadline: <c>client.SayAsync(request, deadline: deadline)</c>. The resolution is one tick (100 ns). <c>default</c> is
/// <see cref="Infinite"/>. Deadlines with the same <see cref="TimeProvider"/> can be compared with each other, and all deadlines with <see cref="Infinite"/>.
/// </remarks>
public readonly partial struct Deadline
{
    private readonly TimeProvider? _timeProvider;
    private readonly long _due;

    private Deadline(TimeProvider timeProvider, long due)
    {
        _timeProvider = timeProvider;
        _due = due;
    }

    /// <summary>Gets a value that means no deadline. It never expires, is later than every other deadline, and equals <c>default</c>.</summary>
    public static Deadline Infinite => default;

    /// <summary>
    /// Gets the time that remains until the deadline. It is <see cref="TimeSpan.Zero"/> if the deadline has expired, and <see cref="TimeSpan.MaxValue"/> for
    /// <see cref="Infinite"/>.
    /// </summary>
    public TimeSpan TimeRemaining => _timeProvider is null ? TimeSpan.MaxValue : new(long.Max(0, TicksLeft(_timeProvider)));

    /// <summary>Gets a value that indicates whether this is <see cref="Infinite"/>, which means no deadline.</summary>
    public bool IsInfinite => _timeProvider is null;

    /// <summary>Gets a value that indicates whether the deadline has expired.</summary>
    public bool HasExpired => _timeProvider is not null && TicksLeft(_timeProvider) <= 0;

    /// <summary>Creates a deadline that expires after a timeout.</summary>
    /// <param name="timeout">
    /// The timeout. Zero and negative values, including <see cref="Timeout.InfiniteTimeSpan"/>, result in an expired deadline. <see cref="TimeSpan.MaxValue"/>, and values
    /// beyond the range of the clock, result in <see cref="Infinite"/>.
    /// </param>
    /// <returns>The deadline.</returns>
    public static Deadline After(TimeSpan timeout) => After(timeout, TimeProvider.System);

    /// <inheritdoc cref="After(TimeSpan)"/>
    /// <param name="timeout"><inheritdoc cref="After(TimeSpan)" path="/param[@name='timeout']"/></param>
    /// <param name="timeProvider">The provider of the current time.</param>
    public static Deadline After(TimeSpan timeout, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        Int128 due = (Int128)Now(timeProvider) + timeout.Ticks;
        return timeout == TimeSpan.MaxValue || due >= long.MaxValue ? Infinite : new(timeProvider, (long)Int128.Max(due, long.MinValue));
    }

    /// <summary>
    /// Returns the remaining time as the value of a <c>grpc-timeout</c> header, or null for <see cref="Infinite"/>.
    /// </summary>
    /// <remarks>
    /// The value has the largest unit that represents the time exactly with 8 digits. If there is none, it has the smallest unit for which 8 digits are enough, rounded up.
    /// </remarks>
    /// <returns>The value of the header, such as <c>1500m</c>, or null.</returns>
    /// <exception cref="RpcException">
    /// The deadline has expired. The status code is <see cref="StatusCode.DeadlineExceeded"/>. <c>grpc-timeout</c> cannot express an expired deadline, because its value is a
    /// positive integer (PROTOCOL-HTTP2.md).
    /// </exception>
    public string? ToGrpcTimeout()
    {
        TimeSpan remaining = TimeRemaining;
        return _timeProvider is null ? null
            : remaining > TimeSpan.Zero ? GrpcTimeout.Format(remaining)
            : throw new RpcException(new Status(StatusCode.DeadlineExceeded, "The deadline passed before the call was sent."));
    }

    /// <summary>
    /// Tries to parse the value of a <c>grpc-timeout</c> header: one to eight digits, followed by <c>H</c>, <c>M</c>, <c>S</c>, <c>m</c>, <c>u</c> or <c>n</c>
    /// (PROTOCOL-HTTP2.md).
    /// </summary>
    /// <param name="text">The value of the header. If it contains several values, separated by commas, the shortest timeout is returned.</param>
    /// <param name="timeout">
    /// The timeout, truncated to ticks of 100 ns. <see cref="TimeSpan.Zero"/> means that the deadline has expired (<c>0S</c>, <c>99n</c>).
    /// <see cref="TimeSpan.MaxValue"/> stands for 2^63 ns (292 years) or more.
    /// </param>
    /// <returns>True if all values are well-formed; otherwise, false.</returns>
    public static bool TryParseGrpcTimeout(ReadOnlySpan<char> text, out TimeSpan timeout) => GrpcTimeout.TryParse(text, out timeout);

    /// <summary>Returns <c>infinite</c>, <c>expired</c>, or the remaining time, such as <c>2.5s left</c>.</summary>
    public override string ToString() =>
        _timeProvider is null ? "infinite"
        : TimeRemaining is { Ticks: > 0 } remaining ? $"{JsonDuration.Format(remaining)} left"
        : "expired";

    private static long Now(TimeProvider timeProvider)
    {
        Int128 ticks = (Int128)timeProvider.GetTimestamp() * TimeSpan.TicksPerSecond / timeProvider.TimestampFrequency;
        return (long)Int128.Clamp(ticks, long.MinValue, long.MaxValue);
    }

    private long TicksLeft(TimeProvider timeProvider) => (long)Int128.Clamp((Int128)_due - Now(timeProvider), long.MinValue, long.MaxValue);
}
