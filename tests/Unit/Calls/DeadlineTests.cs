using CsCheck;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Calls;

public sealed class DeadlineTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private readonly SteppingTimeProvider _clock = new();

    [Fact]
    public void Time_runs_down_to_nothing_and_no_further()
    {
        Deadline deadline = Deadline.After(_second, _clock);
        Assert.Equal((_second, false), (deadline.TimeRemaining, deadline.HasExpired));
        _clock.Advance(_second - new TimeSpan(1));
        Assert.Equal((new TimeSpan(1), false), (deadline.TimeRemaining, deadline.HasExpired));
        _clock.Advance(new TimeSpan(1));
        Assert.Equal((TimeSpan.Zero, true), (deadline.TimeRemaining, deadline.HasExpired));
        _clock.Advance(_second);
        Assert.Equal((TimeSpan.Zero, true), (deadline.TimeRemaining, deadline.HasExpired));
    }

    [Fact]
    public void Setting_the_wall_clock_changes_nothing()
    {
        Deadline deadline = Deadline.After(_second, _clock);
        _clock.WallClockError = TimeSpan.FromHours(-1);
        Assert.Equal(_second, deadline.TimeRemaining);
        _clock.WallClockError = TimeSpan.FromHours(1);
        Assert.Equal((_second, false), (deadline.TimeRemaining, deadline.HasExpired));
    }

    [Theory]
    [InlineData(1, "100n")]
    [InlineData(999_999, "99999900n")]
    [InlineData(1_000_000, "100m")]
    [InlineData(1_000_001, "100001u")]
    [InlineData(999_999_990, "99999999u")]
    [InlineData(999_999_991, "100000m")]
    [InlineData(99_999_999 * TimeSpan.TicksPerSecond, "99999999S")]
    [InlineData((99_999_999 * TimeSpan.TicksPerSecond) + 1, "1666667M")]
    [InlineData(99_999_999 * TimeSpan.TicksPerMinute, "99999999M")]
    [InlineData((99_999_999 * TimeSpan.TicksPerMinute) + 1, "1666667H")]
    public void Timeout_takes_eight_digits_to_the_last(long ticks, string sent) =>
        Assert.Equal(sent, Deadline.After(new TimeSpan(ticks), _clock).ToGrpcTimeout());

    [Fact]
    public void Invalid_deadline_throws_with_the_reason()
    {
        Assert.Equal("timeProvider", Assert.Throws<ArgumentNullException>(() => Deadline.After(_second, null!)).ParamName);
        Assert.Equal("timeProvider", Assert.Throws<ArgumentNullException>(() => Deadline.FromDateTime(DateTime.UtcNow, null!)).ParamName);
        Assert.Contains("Kind", Assert.Throws<ArgumentException>(() => Deadline.FromDateTime(new DateTime(2026, 1, 1), _clock)).Message, StringComparison.Ordinal);
        Deadline expired = Deadline.After(TimeSpan.Zero, _clock);
        Assert.Contains("deadline passed", Assert.Throws<Grpc.Core.RpcException>(() => expired.ToGrpcTimeout()).Status.Detail, StringComparison.Ordinal);
        Assert.False(Deadline.After(_second, _clock) < Deadline.After(_second, _clock));
        Assert.False(Deadline.After(_second, _clock) > Deadline.After(_second, _clock));
    }

    [Fact]
    public void Systems_clock_is_the_default()
    {
        Assert.True(Deadline.After(TimeSpan.FromHours(1)) > Deadline.After(TimeSpan.FromMinutes(1), TimeProvider.System));
        Assert.InRange(Deadline.After(TimeSpan.FromHours(1)).TimeRemaining, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
    }

    [Fact]
    public void Default_is_infinite()
    {
        Deadline deadline = default;
        Assert.Equal(Deadline.Infinite, deadline);
        Assert.Equal((TimeSpan.MaxValue, false), (deadline.TimeRemaining, deadline.HasExpired));
        Assert.True(deadline.IsInfinite);
        Assert.False(Deadline.After(_second, _clock).IsInfinite);
        Assert.Null(deadline.ToGrpcTimeout());
        Assert.Equal("infinite", deadline.ToString());
    }

    [Fact]
    public void Sums_beyond_the_clock_are_infinite()
    {
        Assert.Equal(Deadline.Infinite, Deadline.After(TimeSpan.MaxValue, _clock));
        _clock.Advance(_second);
        Assert.Equal(Deadline.Infinite, Deadline.After(TimeSpan.MaxValue - new TimeSpan(1), _clock));
        Assert.True(Deadline.After(TimeSpan.MinValue, _clock).HasExpired);
    }

    [Fact]
    public void Minus_one_millisecond_has_expired_and_is_not_infinite() =>
        Assert.True(Deadline.After(Timeout.InfiniteTimeSpan, _clock).HasExpired);

    [Theory]
    [InlineData(1_000)]
    [InlineData(3_000_000)]
    [InlineData(1_000_000_000)]
    public void Any_frequency_of_a_clock_will_do(long frequency)
    {
        OddClock clock = new(frequency);
        Deadline deadline = Deadline.After(_second, clock);
        clock.Timestamp += frequency / 2;
        Assert.Equal(_second / 2, deadline.TimeRemaining);
        clock.Timestamp += frequency / 2;
        Assert.True(deadline.HasExpired);
    }

    [Theory]
    [InlineData(1, "100n")]
    [InlineData(999_999, "99999900n")]
    [InlineData(1_000_001, "100001u")]
    [InlineData(49_999_997, "5000000u")]
    [InlineData(999_999_995, "100000m")]
    [InlineData(999_999_999_995, "100000S")]
    [InlineData(999_999_990_000_001, "1666667M")]
    [InlineData(36_000_000_000, "1H")]
    [InlineData(long.MaxValue - 1, "99999999H")]
    public void Timeout_is_the_largest_exact_unit_or_the_finest_that_fits_rounded_up(long ticks, string expected)
    {
        string written = Deadline.After(new TimeSpan(ticks), _clock).ToGrpcTimeout()!;
        Assert.Equal(expected, written);
        Assert.True(Deadline.TryParseGrpcTimeout(written, out TimeSpan read));
        Assert.True(read.Ticks >= ticks);
    }

    [Fact]
    public void No_timeout_is_cut_short_and_none_grows_by_more_than_a_hundred_thousandth() =>
        Gen.Long[1, long.MaxValue / 100].Sample(ticks =>
        {
            string written = Deadline.After(new TimeSpan(ticks), _clock).ToGrpcTimeout()!;
            return Deadline.TryParseGrpcTimeout(written, out TimeSpan read) && read.Ticks >= ticks && (read.Ticks - ticks) / 1e-5 <= ticks;
        });

    [Theory]
    [InlineData("3S,1500m,2S", 1.5)]
    [InlineData("3S, 2S", 2)]
    [InlineData("99999999H,1S", 1)]
    public void Of_several_timeouts_the_least_counts(string text, double seconds)
    {
        Assert.True(Deadline.TryParseGrpcTimeout(text, out TimeSpan timeout));
        Assert.Equal(TimeSpan.FromSeconds(seconds), timeout);
    }

    [Theory]
    [InlineData("1S,")]
    [InlineData(",1S")]
    [InlineData("1S,,2S")]
    [InlineData("1S,x")]
    [InlineData("1S ,2S")]
    [InlineData(null)]
    public void One_malformed_timeout_spoils_all(string? text)
    {
        Assert.False(Deadline.TryParseGrpcTimeout(text, out TimeSpan timeout));
        Assert.Equal(TimeSpan.Zero, timeout);
    }

    [Fact]
    public void Text_says_what_is_left_in_no_culture()
    {
        using CultureScope culture = new("de-DE");
        Deadline deadline = Deadline.After(TimeSpan.FromSeconds(2.5), _clock);
        Assert.Equal("2.5s left", deadline.ToString());
        _clock.Advance(_second * 3);
        Assert.Equal("expired", deadline.ToString());
    }

    private sealed class OddClock(long frequency) : TimeProvider
    {
        internal long Timestamp { get; set; } = 3_000_000_000 * frequency;

        public override long TimestampFrequency => frequency;

        public override long GetTimestamp() => Timestamp;
    }
}
