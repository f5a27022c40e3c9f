using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Grpc.Net.Client.Web;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Calls of <c>CreateTypedCallInvoker()</c> behave as ordinary ones wherever response metadata cannot be read directly, and beside raw code.</summary>
public sealed class DirectCallTests
{
    private static readonly Caller _caller = new("acme", new byte[] { 1, 2 });

    [Theory]
    [EveryCallKind]
    public async Task Raw_code_sees_the_response_metadata_too(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(AnswerAsync);
        Echo.EchoClient client = new(server.Channel.CreateTypedCallInvoker());
        using RunningCall call = RunningCall.Start(kind, client, _caller);
        Begin begin = await call.Initial.ReadAsync<Begin>();
        await call.FinishAsync();
        Assert.Equal(new Begin("node", [1, 2]), begin);
        (Metadata headers, Metadata trailers, Status status) = await RawAsync(call.Call);
        Assert.Equal([1, 2], headers.GetValueBytes("stamp-bin"));
        Assert.Equal("7", trailers.GetValue("rows"));
        Assert.Equal(StatusCode.OK, status.StatusCode);
        Assert.DoesNotContain(headers.Concat(trailers), entry => entry.Key.StartsWith("x-typedmetadata", StringComparison.Ordinal));
    }

    [Theory]
    [EveryCallKind]
    public async Task Malformed_optional_key_is_an_error_and_not_absent(CallKind kind)
    {
        (string, string[])[] fields = [("node", ["n"]), ("stamp-bin", ["AQ"]), ("rows", ["7"]), ("digest-bin", ["#"])];
        await using EchoServer server = await new CannedAnswer { Headers = fields, Trailers = fields }.StartAsync();
        using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(server.Channel.CreateTypedCallInvoker()));
        MetadataResult<Stamped> initial = await call.Initial.TryReadAsync<Stamped>();
        Assert.Equal([("digest-bin", MetadataErrorKind.Malformed)], initial.Errors.Select(error => (error.Key, error.Kind)));
        await call.FinishAsync();
        Assert.False(call.Trailing.TryRead<Stamped>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal([("digest-bin", MetadataErrorKind.Malformed)], errors.Select(error => (error.Key, error.Kind)));
        Assert.Equal("n", (await call.Initial.ReadAsync<JustNode>()).Node);
    }

    [Theory]
    [EveryCallKind]
    public async Task Trailing_metadata_before_the_end_throws(CallKind kind)
    {
        TaskCompletionSource mayEnd = new();
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await AnswerAsync(context);
            await mayEnd.Task;
        });
        using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(server.Channel.CreateTypedCallInvoker()), _caller);
        await call.Initial.ReadAsync<Begin>();
        Assert.StartsWith("Trailing metadata is not available", Assert.Throws<InvalidOperationException>(() => call.Trailing.Read<End>()).Message, StringComparison.Ordinal);
        mayEnd.SetResult();
        await call.FinishAsync();
        Assert.Equal(7, call.Trailing.Read<End>().Rows);
    }

    [Theory]
    [EveryCallKind]
    public async Task Channel_without_the_handler_makes_ordinary_calls(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(AnswerAsync);
        using GrpcChannel plain = GrpcChannel.ForAddress(server.Url);
        await AssertReadsAsync(kind, plain);
    }

    [Theory]
    [EveryCallKind]
    public async Task GrpcWeb_channel_reads_both_positions(CallKind kind)
    {
        // A browser's protocol has no streams of requests.
        if (kind is CallKind.ClientStreaming or CallKind.Duplex)
        {
            return;
        }

        await using EchoServer server = await EchoServer.StartAsync(AnswerAsync, pipeline: app => app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true }));
        using GrpcChannel web = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = new GrpcWebHandler(new HttpClientHandler()) }.UseTypedMetadata());
        await AssertReadsAsync(kind, web);
    }

    // Not of calls with a stream of requests: grpc-dotnet by itself can lose a message that is written while a later attempt's headers come.
    [Theory]
    [InlineData(CallKind.Unary)]
    [InlineData(CallKind.ServerStreaming)]
    public async Task Retried_call_reads_the_attempt_that_counts(CallKind kind)
    {
        int attempts = 0;
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref attempts) % 2 == 1)
            {
                context.SetTrailingMetadata(new End(-1));
                throw new RpcException(new Status(StatusCode.Unavailable, "again"));
            }

            await AnswerAsync(context);
        });
        using GrpcChannel channel = WithPolicy(server, new MethodConfig
        {
            Names = { MethodName.Default },
            RetryPolicy = new RetryPolicy { MaxAttempts = 3, InitialBackoff = TimeSpan.FromMilliseconds(1), MaxBackoff = TimeSpan.FromMilliseconds(1), BackoffMultiplier = 1, RetryableStatusCodes = { StatusCode.Unavailable } },
        });
        await AssertReadsAsync(kind, channel);
        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task Hedged_call_reads_the_attempt_that_counts()
    {
        int attempts = 0;
        TaskCompletionSource second = new();
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            int attempt = Interlocked.Increment(ref attempts);
            if (attempt == 1)
            {
                await second.Task;
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }

            second.TrySetResult();
            await context.WriteInitialMetadataAsync(new Begin($"attempt {attempt}", [1, 2]));
            context.SetTrailingMetadata(new End(attempt));
        });
        using GrpcChannel channel = WithPolicy(server, new MethodConfig { Names = { MethodName.Default }, HedgingPolicy = new HedgingPolicy { MaxAttempts = 2, HedgingDelay = TimeSpan.FromMilliseconds(10) } });
        using AsyncUnaryCall<EchoMessage> call = new Echo.EchoClient(channel.CreateTypedCallInvoker()).UnaryAsync(new EchoMessage(), _caller);
        Assert.Equal("attempt 2", (await call.InitialMetadata().ReadAsync<Begin>()).Node);
        await call;
        Assert.Equal(2, call.TrailingMetadata().Read<End>().Rows);
    }

    [Theory]
    [EveryCallKind]
    public async Task Call_credentials_that_are_awaited_make_an_ordinary_call(CallKind kind)
    {
        string? seen = null;
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            seen = context.RequestHeaders.GetValue("x-token");
            return AnswerAsync(context);
        });
        CallCredentials waiting = CallCredentials.FromInterceptor(async (_, metadata) =>
        {
            await Task.Yield();
            metadata.Add("x-token", "t");
        });
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, waiting), UnsafeUseInsecureChannelCallCredentials = true }.UseTypedMetadata());
        await AssertReadsAsync(kind, channel);
        Assert.Equal("t", seen);
    }

    [Theory]
    [EveryCallKind]
    public async Task Call_that_waits_for_an_address_is_an_ordinary_one(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(AnswerAsync);
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => [new BalancerAddress("127.0.0.1", server.Port)]))
            .BuildServiceProvider();
        using GrpcChannel channel = GrpcChannel.ForAddress("static:///server", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure, ServiceProvider = services }.UseTypedMetadata());
        await AssertReadsAsync(kind, channel);
        await AssertReadsAsync(kind, channel);
    }

    [Theory]
    [EveryCallKind]
    public async Task Interceptor_that_wraps_the_call_changes_nothing(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(AnswerAsync);
        List<int> seen = [];
        CallInvoker invoker = server.Channel.CreateTypedCallInvoker().Intercept(new Wrapping(seen));
        await AssertReadsAsync(kind, new Echo.EchoClient(invoker));
    }

    [Fact]
    public async Task Call_that_is_dropped_leaves_no_exception_unobserved()
    {
        List<Exception> unobserved = [];
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.AddRange(e.Exception.InnerExceptions.Where(one => one is RpcException { Status.Detail: "dropped" }));
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await using EchoServer server = await EchoServer.StartAsync(_ => throw new RpcException(new Status(StatusCode.Aborted, "dropped")));
            for (int i = 0; i < 20; i++)
            {
                await DropAsync(server);
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            Assert.Empty(unobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        static async Task DropAsync(EchoServer server)
        {
            using AsyncUnaryCall<EchoMessage> call = new Echo.EchoClient(server.Channel.CreateTypedCallInvoker()).UnaryAsync(new EchoMessage());
            await Assert.ThrowsAsync<RpcException>(() => call.InitialMetadata().ReadAsync<Begin>());
        }
    }

    [Fact]
    public async Task Blocking_call_sends_the_same_request()
    {
        Caller? seen = null;
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            seen = context.ReadRequestMetadata<Caller>();
            return Task.CompletedTask;
        });
        new Echo.EchoClient(server.Channel.CreateTypedCallInvoker()).Unary(new EchoMessage(), _caller);
        Assert.Equal(_caller, seen);
    }

    [Fact]
    public async Task Headers_of_the_caller_stay_as_they_are()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask);
        Metadata given = new() { { "a-bin", [1] }, { "a-bin", [2, 3] }, { "b", "1" }, { "b", "2" }, { "c", "x" }, { "b", "3" } };
        await new Echo.EchoClient(server.Channel.CreateTypedCallInvoker()).UnaryAsync(new EchoMessage(), given);
        Assert.Equal(["a-bin", "a-bin", "b", "b", "c", "b"], given.Select(entry => entry.Key));
        Assert.Equal([2, 3], given[1].ValueBytes);
    }

    private static async Task AnswerAsync(ServerCallContext context)
    {
        Assert.Equal(_caller, context.ReadRequestMetadata<Caller>());
        await context.WriteInitialMetadataAsync(new Begin("node", [1, 2]));
        context.SetTrailingMetadata(new End(7) { Digest = [3] });
    }

    private static GrpcChannel WithPolicy(EchoServer server, MethodConfig policy) =>
        GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { ServiceConfig = new ServiceConfig { MethodConfigs = { policy } } }.UseTypedMetadata());

    private static Task AssertReadsAsync(CallKind kind, GrpcChannel channel) => AssertReadsAsync(kind, new Echo.EchoClient(channel.CreateTypedCallInvoker()));

    private static async Task AssertReadsAsync(CallKind kind, Echo.EchoClient client)
    {
        using RunningCall call = RunningCall.Start(kind, client, _caller);
        Task<string?> finishing = call.FinishAsync();
        Assert.Equal(new Begin("node", [1, 2]), await call.Initial.ReadAsync<Begin>());
        Assert.True((await call.Initial.TryReadAsync<Begin>()).Succeeded);
        Assert.Equal("hello", await finishing);
        Assert.Equal(new End(7) { Digest = [3] }, call.Trailing.Read<End>());
    }

    private static async Task<(Metadata Headers, Metadata Trailers, Status Status)> RawAsync(IDisposable call) => call switch
    {
        AsyncUnaryCall<EchoMessage> unary => (await unary.ResponseHeadersAsync, unary.GetTrailers(), unary.GetStatus()),
        AsyncClientStreamingCall<EchoMessage, EchoMessage> streaming => (await streaming.ResponseHeadersAsync, streaming.GetTrailers(), streaming.GetStatus()),
        AsyncServerStreamingCall<EchoMessage> streaming => (await streaming.ResponseHeadersAsync, streaming.GetTrailers(), streaming.GetStatus()),
        AsyncDuplexStreamingCall<EchoMessage, EchoMessage> duplex => (await duplex.ResponseHeadersAsync, duplex.GetTrailers(), duplex.GetStatus()),
        _ => throw new ArgumentException($"{call} is no call.", nameof(call)),
    };

    /// <summary>Looks at headers and trailers on their way to the caller, each in a task or a copy of its own.</summary>
    private sealed class Wrapping(List<int> seen) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            AsyncUnaryCall<TResponse> call = continuation(request, context);
            return new(call.ResponseAsync, _ => LookAsync(call.ResponseHeadersAsync), _ => call.GetStatus(), _ => Look(call.GetTrailers()), _ => call.Dispose(), call);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            AsyncServerStreamingCall<TResponse> call = continuation(request, context);
            return new(call.ResponseStream, _ => LookAsync(call.ResponseHeadersAsync), _ => call.GetStatus(), _ => Look(call.GetTrailers()), _ => call.Dispose(), call);
        }

        private async Task<Metadata> LookAsync(Task<Metadata> headers) => Look(await headers);

        private Metadata Look(Metadata metadata)
        {
            seen.Add(metadata.Count);
            return [.. metadata];
        }
    }
}

[GrpcMetadata(MetadataPositions.Initial | MetadataPositions.Trailing)]
public sealed partial record Stamped
{
    public byte[]? Stamp { get; init; }

    public byte[]? Digest { get; init; }
}

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record JustNode(string Node);
