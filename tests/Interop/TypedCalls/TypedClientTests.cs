using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Testing;

namespace TypedMetadata.Interop.TypedCalls;

/// <summary>Typed clients: what their calls give, and that they go wherever clients go.</summary>
public sealed class TypedClientTests
{
    private static readonly Caller _caller = new("acme", new byte[] { 1 });
    private static readonly EchoMessage _hello = new() { Text = "hello" };

    [Fact]
    public async Task CompleteAsync_returns_the_message_between_its_metadata()
    {
        await using EchoServer server = await StartAsync();
        EchoCalls client = new(server.Channel);
        (Begin begin, EchoMessage response, End end) = await client.Unary(_hello, _caller).CompleteAsync();
        Assert.Equal(("node", "hello", 7), (begin.Node, response.Text, end.Rows));

        using TypedClientStreamingCall<EchoMessage, EchoMessage, Begin, End> call = client.ClientStreaming(_caller);
        await call.RequestStream.WriteAsync(_hello);
        await call.RequestStream.CompleteAsync();
        (begin, response, end) = await call.CompleteAsync();
        Assert.Equal(("node", "hello", 7), (begin.Node, response.Text, end.Rows));
    }

    [Fact]
    public async Task Calls_of_one_position_have_its_member_alone()
    {
        await using EchoServer server = await StartAsync();
        (Begin begin, EchoMessage first) = await new BeginCalls(server.Channel).Unary(_hello, _caller).CompleteAsync();
        (EchoMessage second, End end) = await new EndCalls(server.Channel).Unary(_hello, _caller).CompleteAsync();
        Assert.Equal(("node", "hello", "hello", 7), (begin.Node, first.Text, second.Text, end.Rows));
        Assert.Null(typeof(TypedUnaryCallWithInitial<EchoMessage, Begin>).GetProperty("TrailingMetadata"));
        Assert.Null(typeof(TypedUnaryCallWithTrailing<EchoMessage, End>).GetProperty("InitialMetadataAsync"));
    }

    [Fact]
    public async Task Trailing_metadata_before_the_end_says_what_to_await()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.CancellationToken), map: app => app.MapGrpcService<TypedEchoService>());
        using TypedUnaryCall<EchoMessage, Begin, End> call = new EchoCalls(server.Channel).Unary(_hello, _caller);
        Assert.Contains("await the response", Assert.Throws<InvalidOperationException>(() => call.TrailingMetadata).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
    }

    [Fact]
    public async Task Trailing_metadata_of_a_failed_call_throws_its_status()
    {
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                context.SetTrailingMetadata(new End(3));
                throw new RpcException(new Status(StatusCode.Aborted, "no"));
            },
            map: app => app.MapGrpcService<TypedEchoService>());
        using TypedUnaryCall<EchoMessage, Begin, End> call = new EchoCalls(server.Channel).Unary(_hello, _caller);
        await Assert.ThrowsAsync<RpcException>(async () => await call);
        RpcException exception = Assert.Throws<RpcException>(() => call.TrailingMetadata);
        Assert.Equal((StatusCode.Aborted, 3), (exception.StatusCode, exception.TrailingMetadata().Read<End>().Rows));
        Assert.Equal(StatusCode.Aborted, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Deadline_and_token_and_options_go_with_the_call()
    {
        Deadline seen = default;
        Metadata? headers = null;
        await using EchoServer server = await EchoServer.StartAsync(
            async context =>
            {
                (seen, headers) = (context.GetDeadline(), context.RequestHeaders);
                await context.WriteInitialMetadataAsync(new Begin("node", [1]));
            },
            map: app => app.MapGrpcService<TypedEchoService>());
        EchoCalls client = new(server.Channel);
        await client.Unary(_hello, _caller);
        Assert.True(seen.IsInfinite);
        await client.Unary(_hello, _caller, Deadline.After(TimeSpan.FromMinutes(1)));
        Assert.InRange(seen.TimeRemaining, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1.1));
        await client.Unary(_hello, _caller, new CallOptions(new Metadata { { "x-more", "1" }, { "tenant-id", "other" } }));
        Assert.Equal(("1", "acme"), (headers!.GetValue("x-more"), headers!.GetValue("tenant-id")));
        RpcException cancelled = await Assert.ThrowsAsync<RpcException>(async () => await client.Unary(_hello, _caller, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal(StatusCode.Cancelled, cancelled.StatusCode);
        Assert.Throws<ArgumentNullException>(() => client.Unary(_hello, null!));
    }

    [Fact]
    public async Task Client_factory_makes_it_with_interceptors_and_records_of_every_call()
    {
        await using EchoServer server = await StartAsync();
        List<string> intercepted = [];
        ServiceCollection services = new();
        services.AddGrpcClient<EchoCalls>(options => options.Address = new Uri(server.Url))
            .AddRequestMetadata(_ => new Origin2("north"))
            .AddInterceptor(() => new Noting(intercepted));
        await using ServiceProvider provider = services.BuildServiceProvider();
        (Begin begin, _, End end) = await provider.GetRequiredService<EchoCalls>().Unary(_hello, _caller).CompleteAsync();
        Assert.Equal(("node", 7), (begin.Node, end.Rows));
        Assert.Equal(["/echo.Echo/Unary acme"], intercepted);
    }

    [Theory]
    [EveryCallKind]
    public async Task Credentials_and_load_balancing_work(CallKind kind)
    {
        await using EchoServer server = await StartAsync();
        ServiceCollection services = new();
        services.AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => [new BalancerAddress("127.0.0.1", server.Port)]));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using GrpcChannel channel = GrpcChannel.ForAddress("static:///echo", new GrpcChannelOptions
        {
            ServiceProvider = provider,
            UnsafeUseInsecureChannelCallCredentials = true,
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, CallCredentials.FromInterceptor(async (_, metadata) =>
            {
                await Task.Yield();
                metadata.Add("authorization", "Bearer x");
            })),
        }.UseTypedMetadata());
        using TypedRunningCall call = TypedRunningCall.Start(kind, new EchoCalls(channel), _caller);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(("node", 7), ((await call.InitialAsync()).Node, call.Trailing().Rows));
    }

    [Theory]
    [EveryCallKind]
    public async Task Test_kit_makes_typed_calls(CallKind kind)
    {
        TestClientCall<EchoMessage, EchoMessage> prepared = new TestClientCall<EchoMessage, EchoMessage>(_hello).WithInitialMetadata(new Begin("node", [1])).WithTrailingMetadata(new End(7));
        using TypedRunningCall call = TypedRunningCall.Start(kind, new EchoCalls(prepared.CreateCallInvoker()), _caller);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(("node", 7), ((await call.InitialAsync()).Node, call.Trailing().Rows));
        using TypedRunningCall failing = TypedRunningCall.Start(kind, new EchoCalls(new TestClientCall<EchoMessage, EchoMessage>().WithFailure(StatusCode.Aborted, "no").CreateCallInvoker()), _caller);
        Assert.Equal(StatusCode.Aborted, (await Assert.ThrowsAsync<RpcException>(failing.FinishAsync)).StatusCode);
        Assert.Equal(StatusCode.Aborted, (await Assert.ThrowsAsync<RpcException>(failing.InitialAsync)).StatusCode);
    }

    [Fact]
    public async Task Test_kit_makes_one_typed_call()
    {
        TestClientCall<EchoMessage, EchoMessage> prepared = new TestClientCall<EchoMessage, EchoMessage>(_hello).WithInitialMetadata(new Begin("node", [1])).WithTrailingMetadata(new End(7));
        using TypedUnaryCall<EchoMessage, Begin, End> call = new(prepared.CreateUnaryCall());
        Assert.Equal("hello", (await call).Text);
        Assert.Equal(("node", 7), ((await call.InitialMetadataAsync).Node, call.TrailingMetadata.Rows));
    }

    [Fact]
    public async Task Exceptions_of_calls_that_nobody_awaits_are_observed()
    {
        List<Exception> unobserved = [];
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, failure) =>
        {
            lock (unobserved)
            {
                unobserved.AddRange(failure.Exception.InnerExceptions.Where(inner => inner is MetadataException || inner.StackTrace?.Contains("InitialMetadata", StringComparison.Ordinal) == true));
            }
        };
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            await using EchoServer server = await EchoServer.StartAsync(_ => throw new RpcException(new Status(StatusCode.Aborted, "no")), map: app => app.MapGrpcService<TypedEchoService>());
            foreach (CallKind kind in Enum.GetValues<CallKind>())
            {
                await StartAndForgetAsync(kind, new EchoCalls(server.Channel));
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }

        Assert.Empty(unobserved);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task StartAndForgetAsync(CallKind kind, EchoCalls client)
    {
        using TypedRunningCall call = TypedRunningCall.Start(kind, client, _caller);
        _ = call.InitialAsync();
        await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        _ = call.InitialAsync();
    }

    private static Task<EchoServer> StartAsync() =>
        EchoServer.StartAsync(context => context.WriteInitialMetadataAsync(new Begin("node", [1])), map: app => app.MapGrpcService<TypedEchoService>());

    private sealed class Noting(List<string> seen) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{context.Method.FullName} {context.Options.Headers!.GetValue("tenant-id")}");
            return continuation(request, context);
        }
    }
}

/// <summary>A client that reads the initial metadata alone.</summary>
[TypedClient<Echo.EchoClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
internal sealed partial class BeginCalls;

/// <summary>A client that reads the trailing metadata alone.</summary>
[TypedClient<Echo.EchoClient>]
[RequestMetadata<Caller>]
[TrailingMetadata<End>]
internal sealed partial class EndCalls;
