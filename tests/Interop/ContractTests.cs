using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>What a service says it expects and answers.</summary>
public sealed class ContractTests
{
    private static readonly Caller _caller = new("acme", new byte[] { 1 });

    [Theory]
    [EveryCallKind]
    public async Task Call_without_what_its_service_expects_never_reaches_the_handler(CallKind kind)
    {
        bool reached = false;
        await using EchoServer server = await StartAsync<Declared>(_ => reached = true);
        using RunningCall call = RunningCall.Start(kind, server.Client, new Metadata { { "attempt", "x" } });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
        Assert.Equal(["tenant-id", "token-bin", "attempt", "region", "stamp-bin"], exception.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.StartsWith("The request metadata cannot be read: 'tenant-id' is missing.", exception.Status.Detail, StringComparison.Ordinal);
        Assert.False(reached);
    }

    [Fact]
    public async Task Handler_reads_the_record_that_the_contract_checked()
    {
        List<Caller> seen = [];
        await using EchoServer server = await StartAsync<Declared>(context =>
        {
            seen.Add(context.ReadRequestMetadata<Caller>());
            Assert.True(context.TryReadRequestMetadata(out Caller? again));
            seen.Add(again);
            seen.Add(context.GetHttpContext().RequestServices.GetRequiredService<IRequestMetadataAccessor<Caller>>().Read());
        });
        Metadata metadata = _caller;
        metadata.Write(new Origin("eu", [1]));
        await server.Client.UnaryAsync(new EchoMessage(), metadata);
        Assert.Equal(_caller, seen[0]);
        Assert.All(seen, one => Assert.Same(seen[0], one));
    }

    [Fact]
    public async Task Method_expects_what_stands_on_it_and_on_its_service()
    {
        await using EchoServer server = await StartAsync<OnMethod>(_ => { });
        await server.Client.UnaryAsync(new EchoMessage());
        using RunningCall call = RunningCall.Start(CallKind.ServerStreaming, server.Client);
        Assert.Contains("'region' is missing", (await Assert.ThrowsAsync<RpcException>(call.FinishAsync)).Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_declared_twice_is_looked_at_once_as_the_method_says()
    {
        List<string> warnings = [];
        await using EchoServer server = await StartAsync<DeclaredTwice>(_ => { }, grpc =>
        {
            grpc.AddTypedMetadata();
            grpc.Services.AddSingleton<ILoggerProvider>(new ListLoggerProvider(warnings));
        });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "tenant-id", "acme" } }));
        Assert.Equal("'Caller' cannot be read from the request metadata: 'token-bin' is missing.", exception.Status.Detail);

        await server.Client.UnaryAsync(new EchoMessage(), _caller);
        Assert.Contains("'Begin'", Assert.Single(warnings), StringComparison.Ordinal);

        using CountedErrors counted = new(server);
        using RunningCall reported = RunningCall.Start(CallKind.ServerStreaming, server.Client, new Metadata { { "tenant-id", "acme" } });
        Assert.Equal("hello", await reported.FinishAsync());
        Assert.Single(counted.All, one => one.StartsWith("/echo.Echo/ServerStreaming token-bin Missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Authorization_and_interceptors_come_before_it()
    {
        await using EchoServer guarded = await StartAsync<DeclaredAndGuarded>(_ => { });
        RpcException rejected = await Assert.ThrowsAsync<RpcException>(async () => await guarded.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal(StatusCode.Unauthenticated, rejected.StatusCode);
        Assert.DoesNotContain("tenant-id", rejected.ToString(), StringComparison.Ordinal);

        List<string> order = [];
        await using EchoServer server = await StartAsync<Declared>(
            _ => { },
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton(order);
                grpc.AddServiceOptions<Declared>(options => options.Interceptors.Add<Noting>());
            });
        RpcException invalid = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal(StatusCode.InvalidArgument, invalid.StatusCode);
        Assert.Equal(["before", "InvalidArgument google.rpc.BadRequest"], order);
    }

    [Fact]
    public async Task Report_counts_and_logs_and_lets_pass()
    {
        bool reached = false;
        List<string> warnings = [];
        await using EchoServer server = await StartAsync<Reporting>(_ => reached = true, grpc =>
        {
            grpc.AddTypedMetadata();
            grpc.Services.AddSingleton<ILoggerProvider>(new ListLoggerProvider(warnings));
        });
        using CountedErrors counted = new(server);
        await server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "tenant-id", "acme" }, { "token-bin", [1] }, { "attempt", "canary" } });
        Assert.True(reached);
        Assert.Contains("'attempt' is malformed", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Contains("/echo.Echo/Unary attempt Malformed Request", counted.All);
        Assert.DoesNotContain("canary", string.Concat(warnings.Concat(counted.All)), StringComparison.Ordinal);
    }

    [Theory]
    [EveryCallKind]
    public async Task Handler_that_forgets_what_it_declares_is_warned_of(CallKind kind)
    {
        List<string> warnings = [];
        bool forget = true;
        bool fail = false;
        await using EchoServer server = await StartAsync<Answering>(
            context =>
            {
                context.Status = fail ? new Status(StatusCode.NotFound, "gone") : Status.DefaultSuccess;
                if (!forget)
                {
                    context.AddInitialMetadata(new Begin("node", [1]));
                    context.SetTrailingMetadata(new End(1));
                }
            },
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton<ILoggerProvider>(new ListLoggerProvider(warnings));
            });
        using RunningCall forgetful = RunningCall.Start(kind, server.Client);
        await forgetful.FinishAsync();
        Assert.Equal(2, warnings.Count);
        Assert.All(["initial metadata 'Begin'", "trailing metadata 'End'"], what => Assert.Contains(warnings, warning => warning.Contains(what, StringComparison.Ordinal)));

        fail = true;
        using RunningCall failing = RunningCall.Start(kind, server.Client, text: "");
        await Assert.ThrowsAsync<RpcException>(failing.FinishAsync);
        Assert.Equal(2, warnings.Count);

        (forget, fail) = (false, false);
        using RunningCall complete = RunningCall.Start(kind, server.Client);
        await complete.FinishAsync();
        Assert.Equal(2, warnings.Count);
    }

    [Theory]
    [InlineData(true, false, new string[0])]
    [InlineData(false, false, new[] { "initial metadata 'Hints'", "trailing metadata 'Receipt'" })]
    [InlineData(true, true, new[] { "trailing metadata 'Receipt'" })]
    public async Task Record_counts_as_written_if_its_required_keys_are_sent_or_it_has_none(bool writes, bool invalid, string[] missing)
    {
        List<string> warnings = [];
        await using EchoServer server = await StartAsync<Optional>(
            context =>
            {
                if (writes)
                {
                    context.AddInitialMetadata(new Hints(null));
                    context.TrySetTrailingMetadata(new Receipt(invalid ? "\n" : "r-1", "note"), out _);
                }
            },
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton<ILoggerProvider>(new ListLoggerProvider(warnings));
            });
        await server.Client.UnaryAsync(new EchoMessage());
        Assert.Equal(missing.Length, warnings.Count);
        Assert.All(missing, what => Assert.Contains(warnings, warning => warning.Contains(what, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Accessor_knows_no_other_call_than_its_own()
    {
        IRequestMetadataAccessor<Caller>? kept = null;
        IServiceProvider? root = null;
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            IServiceProvider services = context.GetHttpContext().RequestServices;
            kept = services.GetRequiredService<IRequestMetadataAccessor<Caller>>();
            Assert.Equal("acme", kept.Read().TenantId);
            root = services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider;
        });
        await server.Client.UnaryAsync(new EchoMessage(), _caller);
        Assert.All([kept!, root!.GetRequiredService<IRequestMetadataAccessor<Caller>>()], accessor =>
        {
            Assert.False(accessor.TryRead(out _));
            Assert.Contains("no current gRPC call", Assert.Throws<InvalidOperationException>(() => accessor.Read()).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Accessor_that_cannot_read_answers_as_the_call_would()
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            IRequestMetadataAccessor<Caller> accessor = context.GetHttpContext().RequestServices.GetRequiredService<IRequestMetadataAccessor<Caller>>();
            Assert.False(accessor.TryRead(out _));
            accessor.Read();
        });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
    }

    [Theory]
    [EveryCallKind]
    public async Task Server_that_checks_no_contract_serves_no_call_and_says_why(CallKind kind)
    {
        bool reached = false;
        using EveryLogProvider log = new();
        await using EchoServer server = await StartAsync<Unguarded>(_ => reached = true, grpc => grpc.Services.AddSingleton<ILoggerProvider>(log));
        for (int i = 0; i < 2; i++)
        {
            using RunningCall call = RunningCall.Start(kind, server.Client, new Metadata { { "name", "a" } });
            await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        }

        Assert.False(reached);
        Assert.Contains("A service declares [RequestMetadata<Unchecked>], but typed metadata is not set up on this server, so the metadata would not be checked. Call services.AddGrpc().AddTypedMetadata().", log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [EveryCallKind]
    public async Task Contract_is_checked_though_others_bind_the_service(CallKind kind)
    {
        await using EchoServer server = await StartAsync<Declared>(_ => { }, grpc => grpc.AddTypedMetadata().Services.AddGrpc());
        using RunningCall call = RunningCall.Start(kind, server.Client);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(call.FinishAsync)).StatusCode);
    }

    private static Task<EchoServer> StartAsync<TService>(Action<ServerCallContext> behaviour, Action<Grpc.AspNetCore.Server.IGrpcServerBuilder>? configure = null)
        where TService : EchoService =>
        EchoServer.StartAsync(
            context =>
            {
                behaviour(context);
                return Task.CompletedTask;
            },
            configure,
            map: app => app.MapGrpcService<TService>());

    internal sealed class Unguarded(Behaviour behaviour) : EchoService(behaviour)
    {
        [RequestMetadata<Unchecked>]
        public override Task ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context) =>
            base.ServerStreaming(request, responseStream, context);
    }

    [RequestMetadata<Caller>]
    [RequestMetadata<Origin>]
    internal sealed class Declared(Behaviour behaviour) : EchoService(behaviour);

    /// <summary>It expects on a method what it expects of every call, and looks at it only there.</summary>
    [RequestMetadata<Caller>]
    [InitialMetadata<Begin>]
    internal sealed class DeclaredTwice(Behaviour behaviour) : EchoService(behaviour)
    {
        [RequestMetadata<Caller>]
        [InitialMetadata<Begin>]
        public override Task<EchoMessage> Unary(EchoMessage request, ServerCallContext context) => base.Unary(request, context);

        [RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly)]
        public override Task ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context) =>
            base.ServerStreaming(request, responseStream, context);
    }

    [RequestMetadata<Caller>]
    [Authorize]
    internal sealed class DeclaredAndGuarded(Behaviour behaviour) : EchoService(behaviour);

    [RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly)]
    internal sealed class Reporting(Behaviour behaviour) : EchoService(behaviour);

    [InitialMetadata<Begin>]
    [TrailingMetadata<End>]
    internal sealed class Answering(Behaviour behaviour) : EchoService(behaviour);

    [InitialMetadata<Hints>]
    [TrailingMetadata<Receipt>]
    internal sealed class Optional(Behaviour behaviour) : EchoService(behaviour);

    internal sealed class OnMethod(Behaviour behaviour) : EchoService(behaviour)
    {
        [RequestMetadata<Origin>]
        public override Task ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context) =>
            base.ServerStreaming(request, responseStream, context);
    }

    internal sealed class Noting(List<string> order) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            order.Add("before");
            try
            {
                return await continuation(request, context);
            }
            catch (RpcException exception)
            {
                order.Add($"{exception.StatusCode} {exception.GetRpcStatus()?.Details[0].TypeUrl.Split('/')[^1]}");
                throw;
            }
        }
    }
}

[GrpcMetadata(MetadataPositions.Initial)]
internal sealed partial record Hints(string? Shard);

[GrpcMetadata(MetadataPositions.Trailing)]
internal sealed partial record Receipt(string Id, string? Note);
