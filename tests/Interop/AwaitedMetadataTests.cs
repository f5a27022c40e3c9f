using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>A record on every call of a client of the factory, that has to be awaited first.</summary>
public sealed class AwaitedMetadataTests
{
    [Theory]
    [EveryCallKind]
    public async Task Every_kind_of_call_waits_for_it_and_what_was_given_stands(CallKind kind)
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync(context => context.SetTrailingMetadata(new End(3)));
        await using ServiceProvider services = Services(server, client => client.AddRequestMetadata(async (_, token) => await LaterAsync(new Caller("later", new byte[] { 1 }) { Attempt = 3 }, token)));
        Metadata given = new() { { "tenant-id", "given" } };
        using RunningCall call = RunningCall.Start(kind, services.GetRequiredService<Echo.EchoClient>(), given);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(("given", "AQ", "3"), (server.Value("tenant-id"), server.Value("token-bin"), server.Value("attempt")));
        Assert.Single(given);
        Assert.Equal(3, call.Trailing.Read<End>().Rows);
    }

    [Fact]
    public async Task Records_that_are_not_awaited_come_first_then_the_first_registered()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        await using ServiceProvider services = Services(server, client => client
            .AddRequestMetadata(async (_, token) => await LaterAsync(new Caller("second", new byte[] { 2 }) { Attempt = 2 }, token))
            .AddRequestMetadata(async (_, token) => await LaterAsync(new Labels("third", ["x"]) { Note = "note" }, token))
            .AddRequestMetadata(async (_, token) => await LaterAsync(new Caller("third", new byte[] { 3 }) { Attempt = 3 }, token))
            .AddRequestMetadata(async (_, token) => await LaterAsync<Strict?>(null, token))
            .AddRequestMetadata(_ => new Origin("first", [1])));
        await services.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage(), new Metadata { { "note", "given" } });
        Assert.Equal(("second", "Ag", "2", "given", "first"), (server.Value("tenant-id"), server.Value("token-bin"), server.Value("attempt"), server.Value("note"), server.Value("region")));
    }

    [Fact]
    public async Task Function_gets_the_services_of_the_scope_and_interceptors_see_the_record()
    {
        List<string?> seen = [];
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        await using ServiceProvider services = Services(server, client =>
        {
            client.Services.AddScoped<Tenant>();
            client.AddInterceptor(() => new Seen(headers => seen.Add(headers?.GetValue("tenant-id"))));
            client.AddRequestMetadata(async (scope, token) => await LaterAsync(new Caller(scope.GetRequiredService<Tenant>().Name, new byte[] { 1 }), token));
        });
        using IServiceScope scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Name = "scoped";
        Echo.EchoClient client = scope.ServiceProvider.GetRequiredService<Echo.EchoClient>();
        await client.UnaryAsync(new EchoMessage());
        Assert.Equal("hello", client.Unary(new EchoMessage { Text = "hello" }).Text);
        Assert.Equal(["scoped", "scoped"], seen);
    }

    [Theory]
    [EveryCallKind]
    public async Task Value_that_cannot_be_written_throws_where_the_call_is_awaited(CallKind kind)
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        await using ServiceProvider services = Services(server, client => client.AddRequestMetadata(async (_, token) => await LaterAsync(new Caller("line\nbreak", new byte[] { 1 }), token)));
        using RunningCall call = RunningCall.Start(kind, services.GetRequiredService<Echo.EchoClient>());
        MetadataException exception = await Assert.ThrowsAsync<MetadataException>(call.FinishAsync);
        Assert.Equal("tenant-id", Assert.Single(exception.Errors).Key);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Error_of_the_function_is_thrown_where_the_call_is_awaited()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        await using ServiceProvider services = Services(server, client => client.AddRequestMetadata<Caller>(async (_, token) =>
        {
            await Task.Yield();
            throw new TimeoutException("no token");
        }));
        using AsyncUnaryCall<EchoMessage> call = services.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage());
        Assert.Equal("no token", (await Assert.ThrowsAsync<TimeoutException>(async () => await call)).Message);
        Assert.Equal(StatusCode.Internal, call.GetStatus().StatusCode);
        Assert.Empty(call.GetTrailers());
        Assert.Throws<TimeoutException>(() => services.GetRequiredService<Echo.EchoClient>().Unary(new EchoMessage()));
    }

    [Theory]
    [EveryCallKind]
    public async Task Deadline_cancellation_and_disposal_end_the_wait(CallKind kind)
    {
        TaskCompletionSource<CancellationToken> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        await using ServiceProvider services = Services(server, client => client.AddRequestMetadata<Caller>(async (_, token) =>
        {
            asked.TrySetResult(token);
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
            return null;
        }));
        Echo.EchoClient client = services.GetRequiredService<Echo.EchoClient>();

        using RunningCall late = RunningCall.Start(kind, client, deadline: DateTime.UtcNow.AddMilliseconds(20));
        Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<RpcException>(late.FinishAsync)).StatusCode);
        Assert.True((await asked.Task).IsCancellationRequested);

        using CancellationTokenSource cancelling = new();
        using RunningCall cancelled = RunningCall.Start(kind, client, cancellation: cancelling.Token);
        Task<string?> finishing = cancelled.FinishAsync();
        Assert.False(finishing.IsCompleted);
        await cancelling.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => finishing)).StatusCode);

        RunningCall disposed = RunningCall.Start(kind, client);
        finishing = disposed.FinishAsync();
        disposed.Dispose();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => finishing)).StatusCode);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Call_that_waits_says_so_and_one_that_started_behaves_as_ever()
    {
        TaskCompletionSource<Caller> record = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using SeenHeaders server = await SeenHeaders.StartAsync(context => throw new RpcException(new Status(StatusCode.NotFound, "none"), new Metadata { { "rows", "5" } }));
        await using ServiceProvider services = Services(server, client => client.AddRequestMetadata(async (_, _) => await record.Task));
        using AsyncUnaryCall<EchoMessage> call = services.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage());
        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());
        record.SetResult(new Caller("acme", new byte[] { 1 }));
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(("none", 5), (exception.Status.Detail, exception.TrailingMetadata().Read<End>().Rows));
        Assert.Equal((StatusCode.NotFound, 5), (call.GetStatus().StatusCode, call.TrailingMetadata().Read<End>().Rows));
    }

    private static async Task<T> LaterAsync<T>(T record, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        return record;
    }

    private static ServiceProvider Services(SeenHeaders server, Action<IHttpClientBuilder> configure)
    {
        ServiceCollection services = new();
        configure(services.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Url));
        return services.BuildServiceProvider(validateScopes: false);
    }

    private sealed class Tenant
    {
        internal string Name { get; set; } = "";
    }

    private sealed class Seen(Action<Metadata?> note) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            note(context.Options.Headers);
            return continuation(request, context);
        }

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            note(context.Options.Headers);
            return continuation(request, context);
        }
    }
}
