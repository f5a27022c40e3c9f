namespace TypedMetadata.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly DateTimeOffset _start;
    private long _ticks;

    /// <summary>A clock that shows the present time.</summary>
    internal HandClock()
        : this(System.GetUtcNow())
    {
    }

    internal HandClock(DateTimeOffset start) => _start = start;

    /// <summary>How much the wall clock differs from what it would show had nobody set it.</summary>
    internal TimeSpan WallClockError { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => _start + new TimeSpan(GetTimestamp()) + WallClockError;

    internal void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
