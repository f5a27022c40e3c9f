using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>A server that calls another gives it no more time than it has itself. The clocks stand still, so that what was sent is what is seen.</summary>
public sealed class DeadlinePropagationTests
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    [Theory]
    [EveryCallKind]
    public async Task Servers_deadline_goes_on(CallKind kind) =>
        Assert.InRange(await SeenBySecondAsync(kind, Deadline.After(_hour), (context, _) => context.GetDeadline()), _minute, _hour);

    [Theory]
    [EveryCallKind]
    public async Task Smaller_of_two_goes_on(CallKind kind)
    {
        Assert.InRange(await SeenBySecondAsync(kind, Deadline.After(_hour), Limited(_minute)), TimeSpan.Zero, _minute);
        Assert.InRange(await SeenBySecondAsync(kind, Deadline.After(_hour), Limited(2 * _hour)), _minute, _hour);
        Assert.InRange(await SeenBySecondAsync(kind, Deadline.Infinite, Limited(_hour)), _minute, _hour);
    }

    [Theory]
    [EveryCallKind]
    public async Task No_deadline_goes_on_as_none(CallKind kind) =>
        Assert.Equal(TimeSpan.MaxValue, await SeenBySecondAsync(kind, Deadline.Infinite, (context, _) => context.GetDeadline()));

    [Theory]
    [EveryCallKind]
    public async Task Deadline_that_has_passed_sends_no_call(CallKind kind)
    {
        await using TimedServer second = await TimedServer.StartAsync();
        using RunningCall call = RunningCall.Start(kind, second.Client, deadline: Deadline.After(TimeSpan.Zero));
        RpcException exception = await Assert.ThrowsAnyAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
        Assert.Empty(second.Seen);
    }

    private static Func<ServerCallContext, TimedServer, Deadline> Limited(TimeSpan limit) =>
        (context, first) => Deadline.Min(context.GetDeadline(), Deadline.After(limit, first.Clock));

    private static async Task<TimeSpan> SeenBySecondAsync(CallKind kind, Deadline deadline, Func<ServerCallContext, TimedServer, Deadline> passOn)
    {
        await using TimedServer second = await TimedServer.StartAsync();
        await using TimedServer first = await TimedServer.StartAsync(async (context, self) =>
        {
            using RunningCall inner = RunningCall.Start(kind, second.Client, deadline: passOn(context, self));
            await inner.FinishAsync();
        });
        using RunningCall outer = RunningCall.Start(kind, first.Client, deadline: deadline);
        Assert.Equal("hello", await outer.FinishAsync());

        TimeSpan seen = Assert.Single(second.Seen).TimeRemaining;
        Assert.True(seen <= Assert.Single(first.Seen).TimeRemaining);
        return seen;
    }
}
