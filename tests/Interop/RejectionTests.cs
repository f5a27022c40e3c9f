using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>What a client hears when metadata is wrong: of its own request everything, of anything else nothing.</summary>
public sealed class RejectionTests
{
    private const string FixedText = "The service could not process its metadata.";

    [Theory]
    [EveryCallKind]
    public async Task All_that_is_wrong_with_the_request_is_said_at_once_and_no_value_is(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.ReadRequestMetadata<Caller>());
        using RunningCall call = RunningCall.Start(kind, server.Client, new Metadata { { "attempt", "canary" }, { "unrelated", "\t" + "x" } });
        RpcException exception = await Assert.ThrowsAnyAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.Internal, exception.StatusCode); // The tab in the unrelated value: it never left.

        using RunningCall second = RunningCall.Start(kind, server.Client, new Metadata { { "attempt", "canary" } });
        RpcException rejection = await Assert.ThrowsAnyAsync<RpcException>(second.FinishAsync);
        Assert.Equal(StatusCode.InvalidArgument, rejection.StatusCode);
        Assert.All(["'tenant-id' is missing", "'token-bin' is missing", "'attempt' is malformed"], part => Assert.Contains(part, rejection.Status.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("canary", rejection.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Constructor_that_throws_on_null_is_never_run_when_a_key_is_missing()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.ReadRequestMetadata<Strict>());
        RpcException exception = await RejectedAsync(server, new Metadata { { "first", "x" } });
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
        Assert.Contains("'second' is missing", exception.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("constructor", exception.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_can_look_without_rejecting()
    {
        IReadOnlyList<MetadataError>? errors = null;
        await using EchoServer server = await EchoServer.StartAsync(context => Assert.False(context.TryReadRequestMetadata<Caller>(out _, out errors)));
        await server.Client.UnaryAsync(new EchoMessage());
        Assert.Equal(2, errors!.Count);
    }

    [Fact]
    public async Task Write_that_fails_is_the_servers_own_fault()
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.WriteInitialMetadataAsync(new Begin("line\nbreak", [1])));
        RpcException exception = await RejectedAsync(server, []);
        Assert.Equal((StatusCode.Internal, FixedText), (exception.StatusCode, exception.Status.Detail));
    }

    [Fact]
    public async Task Trailing_value_that_cannot_be_sent_fails_where_it_is_set()
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
            Assert.Throws<MetadataException>(() => context.SetTrailingMetadata(new Lists(["a,b"], []))));
        Assert.Equal("hello", (await server.Client.UnaryAsync(new EchoMessage { Text = "hello" })).Text);
    }

    [Fact]
    public async Task Read_of_a_downstream_response_that_fails_is_the_servers_own_fault()
    {
        await using EchoServer downstream = await EchoServer.StartAsync(_ => { });
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            using AsyncUnaryCall<EchoMessage> call = downstream.Client.UnaryAsync(new EchoMessage());
            await call.InitialMetadata().ReadAsync<Begin>();
        });

        RpcException exception = await RejectedAsync(server, []);
        Assert.Equal((StatusCode.Internal, FixedText), (exception.StatusCode, exception.Status.Detail));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Other_interceptors_change_nothing_whenever_they_were_added(bool first)
    {
        void Configure(Grpc.AspNetCore.Server.IGrpcServerBuilder grpc)
        {
            if (!first)
            {
                grpc.AddTypedMetadata();
            }

            grpc.Services.Configure<Grpc.AspNetCore.Server.GrpcServiceOptions>(options =>
            {
                options.Interceptors.Add<WrappingInterceptor>();
                options.Interceptors.Add<ReadingInterceptor>();
            });
            if (first)
            {
                grpc.AddTypedMetadata();
            }
        }

        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, Configure);
        RpcException exception = await RejectedAsync(server, []);
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
        Assert.Contains("'tenant-id' is missing", exception.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_without_typed_metadata_is_told_what_to_add()
    {
        InvalidOperationException? exception = null;
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                Assert.Throws<InvalidOperationException>(() => context.GetDeadline());
                Assert.Throws<InvalidOperationException>(() => context.GetPeer());
                exception = Assert.Throws<InvalidOperationException>(() => context.ReadRequestMetadata<Caller>());
                return Task.CompletedTask;
            },
            configure: _ => { });
        await server.Client.UnaryAsync(new EchoMessage());
        Assert.Contains("AddTypedMetadata()", exception!.Message, StringComparison.Ordinal);
    }

    private static Task<RpcException> RejectedAsync(EchoServer server, Metadata headers) =>
        Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage(), headers));

    /// <summary>An interceptor that itself needs the caller.</summary>
    private sealed class ReadingInterceptor : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            context.ReadRequestMetadata<Caller>();
            return continuation(request, context);
        }
    }

    /// <summary>An interceptor that wraps whatever it catches.</summary>
    private sealed class WrappingInterceptor : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            try
            {
                return await continuation(request, context);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException("something went wrong", exception);
            }
        }
    }

    public static TheoryData<string, StatusCode, string[], string[]> Statuses() => new()
    {
        { "", StatusCode.Unauthenticated, ["authorization"], ["tenant", "quota", "plain"] },
        { "authorization", StatusCode.PermissionDenied, ["tenant"], ["quota", "plain"] },
        { "authorization,tenant", StatusCode.ResourceExhausted, ["quota", "plain"], [] },
        { "authorization,tenant,quota", StatusCode.InvalidArgument, ["plain"], [] },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Status_is_the_first_that_a_bad_key_asks_for(string present, StatusCode expected, string[] named, string[] unnamed)
    {
        await using EchoServer server = await EchoServer.StartAsync(context => context.ReadRequestMetadata<Guarded>());
        Metadata metadata = [];
        foreach (string key in present.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            metadata.Add(key, "x");
        }

        RpcException exception = await RejectedAsync(server, metadata);
        Assert.Equal(expected, exception.StatusCode);
        Assert.All(named, key => Assert.Contains($"'{key}'", exception.Status.Detail, StringComparison.Ordinal));
        Assert.All(unnamed, key => Assert.DoesNotContain(key, exception.Status.Detail, StringComparison.Ordinal));

        Google.Rpc.Status? details = exception.GetRpcStatus();
        if (expected is StatusCode.Unauthenticated or StatusCode.PermissionDenied)
        {
            Assert.Null(details);
            return;
        }

        Assert.Equal((int)expected, details!.Code);
        Assert.Equal(named, details.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.All(details.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations, violation =>
            Assert.Equal("Missing", Google.Rpc.BadRequest.Types.FieldViolation.Descriptor.FindFieldByName("reason") is { } reason ? reason.Accessor.GetValue(violation) : "Missing"));
    }
}

[GrpcMetadata]
public sealed partial record Guarded(
    [MetadataKey(ErrorStatusCode = StatusCode.ResourceExhausted)] string Quota,
    string Plain,
    [MetadataKey("tenant", ErrorStatusCode = StatusCode.PermissionDenied)] string Tenant,
    [MetadataKey("authorization", Sensitive = true, ErrorStatusCode = StatusCode.Unauthenticated)] string Authorization);
