using Microsoft.Extensions.Time.Testing;

namespace TypedMetadata.Unit.Calls;

public sealed class DeadlineComparisonTests
{
    private readonly FakeTimeProvider _clock = new();

    private Deadline Early => Deadline.After(TimeSpan.FromSeconds(1), _clock);

    private Deadline Late => Deadline.After(TimeSpan.FromSeconds(2), _clock);

    [Fact]
    public void Deadlines_of_one_clock_are_ordered()
    {
        Assert.True(Early < Late && Early <= Late && Late > Early && Late >= Early && Early != Late);
        Assert.False(Early > Late || Early >= Late || Late < Early || Late <= Early || Early == Late);
        Assert.True(Early == Deadline.After(TimeSpan.FromSeconds(1), _clock));
        Assert.True(Early <= Deadline.After(TimeSpan.FromSeconds(1), _clock) && Early >= Deadline.After(TimeSpan.FromSeconds(1), _clock));
        Assert.Equal([Early, Late, Deadline.Infinite], new[] { Deadline.Infinite, Late, Early }.Order());
    }

    [Fact]
    public void Lesser_is_the_one_that_comes_first()
    {
        Assert.Equal(Early, Deadline.Min(Early, Late));
        Assert.Equal(Early, Deadline.Min(Late, Early));
        Assert.Equal(Early, Deadline.Min(Early, Deadline.Infinite));
        Assert.Equal(Early, Deadline.Min(Deadline.Infinite, Early));
        Assert.Equal(Deadline.Infinite, Deadline.Min(Deadline.Infinite, default));
    }

    [Fact]
    public void Equal_deadlines_have_equal_hash_codes()
    {
        Deadline first = Early;
        _clock.Advance(TimeSpan.FromMilliseconds(400));
        Deadline second = Deadline.After(TimeSpan.FromMilliseconds(600), _clock);
        Assert.True(first == second && first.Equals((object)second));
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.False(first.Equals(null));
    }

    [Fact]
    public void Infinite_compares_with_the_deadlines_of_every_clock()
    {
        Assert.True(Early < Deadline.Infinite && Deadline.Infinite > Deadline.After(TimeSpan.Zero));
        Assert.True(Deadline.Infinite != Early && Deadline.Infinite == default);
    }

    [Fact]
    public void Two_clocks_have_no_common_order_and_say_so()
    {
        Deadline other = Deadline.After(TimeSpan.FromSeconds(1), new FakeTimeProvider());
        Assert.All<Func<object>>(
            [() => Early < other, () => Early > other, () => Early <= other, () => Early >= other, () => Early == other, () => Early != other, () => Deadline.Min(Early, other)],
            act => Assert.Contains("different TimeProviders", Assert.Throws<InvalidOperationException>(act).Message, StringComparison.Ordinal));
        Assert.False(Early.Equals(other));
    }
}
