using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// The moment by which a call must have ended, on a monotonic clock: a change of the computer's time moves it neither nearer nor further.
/// It converts to <see cref="DateTime"/>, so it goes wherever grpc-dotnet takes a deadline: <c>client.SayAsync(request, deadline: deadline)</c>.
/// </summary>
/// <remarks>
/// It counts in ticks of 100 ns. <c>default</c> is <see cref="Infinite"/>. The deadlines of one <see cref="TimeProvider"/> can be compared, and
/// <see cref="Infinite"/> with all.
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

    /// <summary>No deadline, the same as <c>default</c>. It never expires and is later than every other.</summary>
    public static Deadline Infinite => default;

    /// <summary>
    /// The time that is left, in ticks of 100 ns; never negative, <see cref="TimeSpan.Zero"/> when the deadline has expired, and
    /// <see cref="TimeSpan.MaxValue"/> for <see cref="Infinite"/>.
    /// </summary>
    public TimeSpan TimeRemaining => _timeProvider is null ? TimeSpan.MaxValue : new(long.Max(0, TicksLeft(_timeProvider)));

    /// <summary>Gets a value that indicates whether there is no deadline: whether this is <see cref="Infinite"/>.</summary>
    public bool IsInfinite => _timeProvider is null;

    /// <summary>Gets a value that indicates whether no time is left.</summary>
    public bool HasExpired => _timeProvider is not null && TicksLeft(_timeProvider) <= 0;

    /// <summary>A deadline so long after now.</summary>
    /// <param name="timeout">
    /// Nothing or less is an expired deadline, -1 ms too: <see cref="Timeout.InfiniteTimeSpan"/> is no way to say <see cref="Infinite"/>.
    /// <see cref="TimeSpan.MaxValue"/>, and what the clock cannot count to, is <see cref="Infinite"/>.
    /// </param>
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
    /// The time that is left as the value of <c>grpc-timeout</c>: the largest unit that says it exactly in 8 digits, else the finest whose
    /// 8 digits suffice, rounded up. Null for <see cref="Infinite"/>, whose header is none.
    /// </summary>
    /// <exception cref="RpcException">
    /// The deadline has expired (<see cref="StatusCode.DeadlineExceeded"/>). The call is over before it began, and the specification has no
    /// spelling for that: a timeout is a positive integer (PROTOCOL-HTTP2.md).
    /// </exception>
    public string? ToGrpcTimeout()
    {
        TimeSpan remaining = TimeRemaining;
        return _timeProvider is null ? null
            : remaining > TimeSpan.Zero ? GrpcTimeout.Format(remaining)
            : throw new RpcException(new Status(StatusCode.DeadlineExceeded, "The deadline had passed before the call was sent."));
    }

    /// <summary>
    /// Reads the value of <c>grpc-timeout</c>: one to eight digits, then <c>H</c>, <c>M</c>, <c>S</c>, <c>m</c>, <c>u</c> or <c>n</c>
    /// (PROTOCOL-HTTP2.md). Of several values joined by commas it is the least.
    /// </summary>
    /// <param name="text">The header's value. Null is as bad as empty.</param>
    /// <param name="timeout">
    /// The timeout, cut to ticks of 100 ns. <see cref="TimeSpan.Zero"/> is expired (<c>0S</c>, <c>99n</c>), never "no deadline".
    /// <see cref="TimeSpan.MaxValue"/> when it is 2^63 ns (292 years) or more.
    /// </param>
    /// <returns>False if any of the values is malformed.</returns>
    public static bool TryParseGrpcTimeout(ReadOnlySpan<char> text, out TimeSpan timeout) => GrpcTimeout.TryParse(text, out timeout);

    /// <summary><c>infinite</c>, <c>expired</c>, or what is left, such as <c>2.5s left</c>.</summary>
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
