using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>What a typed client sees in initial and trailing metadata, however a call ends.</summary>
public sealed class EndingsTests
{
    private static readonly Begin _begin = new("node", [1]);
    private static readonly End _end = new(7) { Digest = [1, 2] };

    [Theory]
    [EveryCallKind]
    public async Task Success_has_both(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(SendBothAsync);
        using RunningCall call = RunningCall.Start(kind, server.Client);
        Assert.Equal(_begin, await call.Initial.ReadAsync<Begin>());
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(_end, call.Trailing.Read<End>());
    }

    public static TheoryData<CallKind, bool, bool> Failures()
    {
        TheoryData<CallKind, bool, bool> rows = [];
        foreach (CallKind kind in Enum.GetValues<CallKind>())
        {
            foreach (bool chosen in new[] { false, true })
            {
                rows.Add(kind, chosen, false);
                rows.Add(kind, chosen, true);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_has_the_trailing_and_what_was_sent_of_the_initial(CallKind kind, bool chosen, bool afterHeaders)
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            if (afterHeaders)
            {
                await context.WriteInitialMetadataAsync(_begin);
            }

            context.SetTrailingMetadata(_end);
            throw chosen ? new RpcException(new Status(StatusCode.Aborted, "no")) : new InvalidOperationException("broken");
        });
        using RunningCall call = RunningCall.Start(kind, server.Client);
        StatusCode expected = chosen ? StatusCode.Aborted : StatusCode.Unknown;
        if (afterHeaders)
        {
            Assert.Equal(_begin, await call.Initial.ReadAsync<Begin>());
        }
        else
        {
            Assert.Equal(expected, (await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Begin>())).StatusCode);
        }

        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(expected, exception.StatusCode);
        Assert.Equal(_end, exception.TrailingMetadata().Read<End>());
        Assert.Equal(_end, call.Trailing.Read<End>());
    }

    [Theory]
    [EveryCallKind]
    public async Task Deadline_has_no_initial_and_the_trailing_if_the_servers_clock_was_first(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            context.SetTrailingMetadata(_end);
            await WaitForTheEndAsync(context);
        });
        using RunningCall call = RunningCall.Start(kind, server.Client, deadline: DateTime.UtcNow.AddMilliseconds(100));
        Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Begin>())).StatusCode);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
        if (exception.Trailers.Count != 0)
        {
            Assert.Equal(_end, exception.TrailingMetadata().Read<End>());
        }
    }

    [Theory]
    [EveryCallKind]
    public async Task Cancelled_call_has_the_initial_that_came_before(CallKind kind)
    {
        using CancellationTokenSource cancellation = new();
        await using EchoServer server = await EchoServer.StartAsync(SendInitialAndWaitAsync);
        using RunningCall call = RunningCall.Start(kind, server.Client, cancellation: cancellation.Token);
        Assert.Equal(_begin, await call.Initial.ReadAsync<Begin>());
        await cancellation.CancelAsync();
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);

        // grpc-dotnet may meet the torn-down request before it looks at the token.
        Assert.True(exception.StatusCode is StatusCode.Cancelled or StatusCode.Unavailable or StatusCode.Internal, exception.ToString());
        Assert.Equal(_begin, await call.Initial.ReadAsync<Begin>());
        AssertNoTrailing(call);
    }

    [Theory]
    [EveryCallKind]
    public async Task Lost_server_has_the_initial_that_came_before(CallKind kind)
    {
        EchoServer server = await EchoServer.StartAsync(SendInitialAndWaitAsync);
        using Grpc.Net.Client.GrpcChannel channel = server.NewChannel();
        using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(Paths.CallsOf(channel)));
        Assert.Equal(_begin, await call.Initial.ReadAsync<Begin>());
        await server.KillAsync();
        await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(_begin, await call.Initial.ReadAsync<Begin>());
        AssertNoTrailing(call);
    }

    private static async Task SendBothAsync(ServerCallContext context)
    {
        await context.WriteInitialMetadataAsync(_begin);
        context.SetTrailingMetadata(_end);
    }

    private static async Task SendInitialAndWaitAsync(ServerCallContext context)
    {
        await SendBothAsync(context);
        await WaitForTheEndAsync(context);
    }

    private static Task WaitForTheEndAsync(ServerCallContext context) => Task.Delay(Timeout.Infinite, context.CancellationToken);

    private static void AssertNoTrailing(RunningCall call) =>
        Assert.StartsWith("Trailing metadata is not available", Assert.Throws<InvalidOperationException>(() => call.Trailing.Read<End>()).Message, StringComparison.Ordinal);
}
