using Microsoft.Extensions.Time.Testing;

namespace TypedMetadata.Tests;

/// <summary>A fake time provider that starts at the present time, and whose wall clock can be set without the monotonic clock.</summary>
internal sealed class SteppingTimeProvider() : FakeTimeProvider(TimeProvider.System.GetUtcNow())
{
    /// <summary>How much the wall clock differs from what it would show had nobody set it.</summary>
    internal TimeSpan WallClockError { get; set; }

    public override long GetTimestamp() => (base.GetUtcNow() - Start).Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + WallClockError;
}
