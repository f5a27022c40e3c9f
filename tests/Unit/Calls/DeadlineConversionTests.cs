using Grpc.Core;
using Microsoft.Extensions.Time.Testing;

namespace TypedMetadata.Unit.Calls;

public sealed class DeadlineConversionTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc);
    private readonly FakeTimeProvider _clock = new(_now);

    [Fact]
    public void Deadline_converts_wherever_grpc_dotnet_takes_one()
    {
        Deadline deadline = Deadline.After(TimeSpan.FromSeconds(5), _clock);
        DateTime time = deadline;
        DateTime? perhaps = deadline;
        Assert.Equal((_now.AddSeconds(5), DateTimeKind.Utc), (time, time.Kind));
        Assert.Equal(time, perhaps);
        Assert.Equal(time, new CallOptions(deadline: deadline).Deadline);
        Assert.Equal(time, new CallOptions().WithDeadline(deadline).Deadline);
    }

    [Fact]
    public void Same_moment_stays_the_same_time()
    {
        Deadline deadline = Deadline.After(TimeSpan.FromSeconds(5), _clock);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(_now.AddSeconds(5), deadline.ToDateTime());
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(_now.AddSeconds(5), deadline.ToDateTime());
    }

    [Fact]
    public void Deadline_beyond_DateTime_is_its_greatest_or_least()
    {
        Assert.Equal(DateTime.MaxValue, Deadline.Infinite.ToDateTime());
        Assert.Equal(DateTime.MaxValue, Deadline.After(TimeSpan.FromDays(3_000_000), _clock).ToDateTime());
        DateTime least = Deadline.After(TimeSpan.FromDays(-3_000_000), _clock).ToDateTime();
        Assert.Equal((DateTime.MinValue, DateTimeKind.Utc), (least, least.Kind));
        Assert.Null((DateTime?)default(Deadline?));
    }

    [Fact]
    public void Deadline_is_made_from_a_DateTime()
    {
        Assert.Equal(Deadline.After(TimeSpan.FromSeconds(5), _clock), Deadline.FromDateTime(_now.AddSeconds(5), _clock));
        Assert.Equal(Deadline.After(TimeSpan.FromSeconds(5), _clock), Deadline.FromDateTime(_now.AddSeconds(5).ToLocalTime(), _clock));
        Assert.Equal(Deadline.Infinite, Deadline.FromDateTime(DateTime.MaxValue));
        Assert.Equal(Deadline.Infinite, Deadline.FromDateTime(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), _clock));
        Assert.True(Deadline.FromDateTime(DateTime.MinValue).HasExpired);
        Assert.True(Deadline.FromDateTime(DateTime.UtcNow.AddDays(1)) > Deadline.After(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Time_of_no_known_zone_is_rejected() =>
        Assert.Throws<ArgumentException>(() => Deadline.FromDateTime(DateTime.SpecifyKind(_now, DateTimeKind.Unspecified)));
}
