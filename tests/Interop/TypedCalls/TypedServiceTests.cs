using System.Reflection;
using System.Reflection.Emit;
using Google.Rpc;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.HealthCheck;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Testing;
using Status = Grpc.Core.Status;

namespace TypedMetadata.Interop.TypedCalls;

/// <summary>Typed services: when they are called, what they are given, and what must not be lost on the way.</summary>
public sealed class TypedServiceTests
{
    private static readonly Metadata _caller = new Caller("acme", new byte[] { 1 });

    [Theory]
    [EveryCallKind]
    public async Task Attribute_on_a_typed_method_holds_and_comes_before_the_metadata(CallKind kind)
    {
        if (Paths.BindsPlainly)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<Guarded>());
            return;
        }

        await using EchoServer server = await StartAsync<Guarded>();
        foreach (Metadata headers in new Metadata[] { [], _caller })
        {
            using RunningCall call = RunningCall.Start(kind, server.Client, headers);
            Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(call.FinishAsync)).StatusCode);
        }
    }

    [Fact]
    public async Task Attribute_on_a_typed_method_stops_a_server_whose_endpoints_others_make()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<Guarded>(grpc => grpc.AddTypedMetadata().Services.AddGrpc()));
        Assert.Contains("[AuthorizeAttribute] on 'Guarded.Unary' would have no effect", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Move the attribute to the class.", exception.Message, StringComparison.Ordinal);
        await using EchoServer server = await StartAsync<TypedEchoService>(grpc => grpc.AddTypedMetadata().Services.AddGrpc());
        Assert.Equal("hello", (await server.Client.UnaryAsync(new EchoMessage { Text = "hello" }, _caller)).Text);
    }

    [Theory]
    [EveryCallKind]
    public async Task Record_on_a_typed_method_is_checked_beside_the_contracts(CallKind kind)
    {
        await using EchoServer server = await StartAsync<Expecting>();
        using RunningCall without = RunningCall.Start(kind, server.Client, _caller);
        RpcException rejected = await Assert.ThrowsAsync<RpcException>(without.FinishAsync);
        Assert.Equal((StatusCode.InvalidArgument, true), (rejected.StatusCode, rejected.Status.Detail.Contains("'second-region' is missing", StringComparison.Ordinal)));
        using RunningCall with = RunningCall.Start(kind, server.Client, new CallOptions().WithMetadata(new Caller("acme", new byte[] { 1 })).WithMetadata(new Origin2("north")).Headers);
        Assert.Equal("hello", await with.FinishAsync());
    }

    [Theory]
    [EveryCallKind]
    public async Task Server_without_AddTypedMetadata_does_not_run_it(CallKind kind)
    {
        int calls = 0;
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.FromResult(calls++), _ => { }, map: app => app.MapGrpcService<TypedEchoService>());
        using RunningCall call = RunningCall.Start(kind, server.Client, _caller);
        await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task Server_without_AddTypedMetadata_does_not_run_a_service_without_request_metadata_either()
    {
        using EveryLogProvider log = new();
        await using EchoServer server = await StartAsync<Unread>(grpc => grpc.Services.AddSingleton<ILoggerProvider>(log));
        await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Contains("'UnreadBase' is a typed service, but typed metadata is not set up on this server", log.Text, StringComparison.Ordinal);
        Assert.False(Unread.WasCalled);
    }

    [Theory]
    [EveryCallKind]
    public async Task Errors_of_all_records_come_in_one_response(CallKind kind)
    {
        await using EchoServer server = await StartAsync<Two>();
        using RunningCall call = RunningCall.Start(kind, server.Client, new Metadata { { "tenant-id", "acme" } });
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        string[] ofDuplex = kind == CallKind.Duplex ? ["why"] : [];
        Assert.Equal(["token-bin", "second-region", .. ofDuplex], exception.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(violation => violation.Field));
    }

    [Fact]
    public async Task Record_that_is_only_reported_is_null_when_it_is_invalid()
    {
        await using EchoServer server = await StartAsync<Two>();
        Metadata headers = new CallOptions().WithMetadata(new Caller("acme", new byte[] { 1 })).WithMetadata(new Origin2("north")).Headers!;
        Assert.Equal("acme north none", (await server.Client.UnaryAsync(new EchoMessage(), headers)).Text);
        headers.Write(new Strict("a", "bc"));
        Assert.Equal("acme north 3", (await server.Client.UnaryAsync(new EchoMessage(), headers)).Text);
    }

    [Fact]
    public async Task Records_of_one_RPC_replace_or_extend_those_of_the_service()
    {
        await using EchoServer server = await StartAsync<Two>();
        using TypedDuplexStreamingCallWithTrailing<EchoMessage, EchoMessage, Lists> call = new TwoCalls(server.Channel).Duplex(new Caller("acme", new byte[] { 1 }), new Origin2("north"), new Reason("extra"));
        await call.RequestStream.CompleteAsync();
        Assert.Null(await RunningCall.LastAsync(call.ResponseStream));
        Assert.Equal(["extra"], call.TrailingMetadata.Tags);
    }

    [Theory]
    [EveryCallKind]
    public async Task Method_that_returns_nothing_fails_its_call(CallKind kind)
    {
        await using EchoServer server = await StartAsync<Empty>();
        using RunningCall call = RunningCall.Start(kind, server.Client, _caller);
        Assert.Equal(StatusCode.Unknown, (await Assert.ThrowsAsync<RpcException>(call.FinishAsync)).StatusCode);
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new Empty().Unary(new EchoMessage(), new TestServerCallContext().WithRequestMetadata(new Caller("acme", new byte[] { 1 }))));
        Assert.Contains("returned no 'End'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "hello")]
    [InlineData("other", null)]
    public void Response_without_its_parts_cannot_be_made(string? message, string? record)
    {
        EchoMessage? text = message is null ? null : new EchoMessage();
        End? end = record is null ? null : new End(1);
        Assert.Throws<ArgumentNullException>(() => new TypedResponse<EchoMessage, End>(text!, end!));
        Assert.Throws<ArgumentNullException>(() =>
        {
            TypedResponse<EchoMessage, End> _ = (text!, end!);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_said_of_one_RPC_stands_in_either_order_of_attributes(bool first)
    {
        await using EchoServer server = first ? await StartAsync<RejectingFirst>() : await StartAsync<RejectingLast>();
        RpcException rejected = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoMessage()));
        Assert.Equal(StatusCode.InvalidArgument, rejected.StatusCode);
        using RunningCall reported = RunningCall.Start(CallKind.Duplex, server.Client);
        Assert.Equal("hello", await reported.FinishAsync());
    }

    [Fact]
    public async Task Record_of_one_RPC_in_a_contract_replaces_what_the_class_declares_for_all()
    {
        using EveryLogProvider log = new();
        await using EchoServer server = await StartAsync<Mixed>(grpc => grpc.AddTypedMetadata().Services.AddSingleton<ILoggerProvider>(log));
        using RunningCall call = RunningCall.Start(CallKind.ServerStreaming, server.Client);
        await call.FinishAsync();
        Assert.Equal(["listed"], call.Trailing.Read<Lists>().Tags);
        Assert.DoesNotContain("'End'", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_of_an_RPC_that_does_not_exist_stops_a_server()
    {
        TypeBuilder type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Old"), AssemblyBuilderAccess.Run).DefineDynamicModule("Old")
            .DefineType("OldService", TypeAttributes.Public, typeof(HealthServiceImpl));
        Type attribute = typeof(RequestMetadataAttribute<Caller>);
        type.SetCustomAttribute(new CustomAttributeBuilder(attribute.GetConstructor([])!, [], [attribute.GetProperty("Method")!], ["Chek"]));
        MethodInfo map = typeof(TypedServiceTests).GetMethod(nameof(StartAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.CreateType());
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => (Task)map.Invoke(null, [null])!);
        Assert.StartsWith("'OldService' declares 'Caller' for the method 'Chek', but has no such RPC. Set Method to one of Check, ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_kit_runs_a_typed_service_as_Kestrel_does()
    {
        Behaviour behaviour = new(context => context.WriteInitialMetadataAsync(new Begin("node", [1])), _ => Task.CompletedTask);
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(new Caller("acme", new byte[] { 1 }));
        EchoMessage response = await new TypedEchoService(behaviour).Unary(new EchoMessage { Text = "hello" }, context);
        Assert.Equal(("hello", "node", 7), (response.Text, context.InitialMetadata.Read<Begin>().Node, context.TrailingMetadata.Read<End>().Rows));

        TestServerStreamWriter<EchoMessage> responses = new();
        TestServerCallContext streaming = new TestServerCallContext().WithRequestMetadata(new Caller("acme", new byte[] { 1 }));
        await new TypedEchoService(behaviour).ServerStreaming(new EchoMessage { Text = "hello" }, responses, streaming);
        Assert.Equal(7, streaming.TrailingMetadata.Read<End>().Rows);

        MetadataException rejected = await Assert.ThrowsAsync<MetadataException>(() => new TypedEchoService(behaviour).Unary(new EchoMessage(), new TestServerCallContext()));
        Assert.Equal(["tenant-id", "token-bin"], rejected.Errors.Select(error => error.Key));
    }

    private static Task<EchoServer> StartAsync<TService>(Action<IGrpcServerBuilder>? configure = null)
        where TService : class => EchoServer.StartAsync(_ => Task.CompletedTask, configure, map: app => app.MapGrpcService<TService>());

    /// <summary>A service whose methods are behind a login that nobody passes.</summary>
    private sealed class Guarded(Behaviour behaviour) : TypedEchoService(behaviour)
    {
        [Authorize]
        protected override Task<TypedResponse<EchoMessage, End>> Unary(EchoMessage request, Caller caller, TypedCallContext<Begin> call) => base.Unary(request, caller, call);

        [Authorize]
        protected override Task<TypedResponse<EchoMessage, End>> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, Caller caller, TypedCallContext<Begin> call) => base.ClientStreaming(requestStream, caller, call);

        [Authorize]
        protected override Task<End> ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, Caller caller, TypedCallContext<Begin> call) => base.ServerStreaming(request, responseStream, caller, call);

        [Authorize]
        protected override Task<End> Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, Caller caller, TypedCallContext<Begin> call) => base.Duplex(requestStream, responseStream, caller, call);
    }

    /// <summary>A service that expects a record more than its contract says.</summary>
    [RequestMetadata<Origin2>]
    private sealed class Expecting(Behaviour behaviour) : TypedEchoService(behaviour);

    [RequestMetadata<Caller>(Method = nameof(Unary))]
    [RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly)]
    private sealed class RejectingFirst(Behaviour behaviour) : EchoService(behaviour);

    [RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly)]
    [RequestMetadata<Caller>(Method = nameof(Unary))]
    private sealed class RejectingLast(Behaviour behaviour) : EchoService(behaviour);

    /// <summary>A service whose methods return default values.</summary>
    private sealed class Empty : TypedEchoBase
    {
        protected override Task<TypedResponse<EchoMessage, End>> Unary(EchoMessage request, Caller caller, TypedCallContext<Begin> call) => Task.FromResult<TypedResponse<EchoMessage, End>>(default);

        protected override async Task<TypedResponse<EchoMessage, End>> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, Caller caller, TypedCallContext<Begin> call)
        {
            await Task.Yield();
            return default;
        }

        protected override Task<End> ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, Caller caller, TypedCallContext<Begin> call) => Task.FromResult<End>(null!);

        protected override Task<End> Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, Caller caller, TypedCallContext<Begin> call) => Task.FromResult<End>(null!);
    }
}

/// <summary>A service without request metadata, whose method is behind a login.</summary>
[TypedService<Echo.EchoBase>]
[TrailingMetadata<End>]
internal abstract partial class UnreadBase;

internal sealed class Unread : UnreadBase
{
    internal static bool WasCalled { get; private set; }

    [Authorize]
    protected override Task<TypedResponse<EchoMessage, End>> Unary(EchoMessage request, TypedCallContext call)
    {
        WasCalled = true;
        return Task.FromResult<TypedResponse<EchoMessage, End>>((request, new End(1)));
    }

    protected override Task<TypedResponse<EchoMessage, End>> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, TypedCallContext call) => throw new NotSupportedException();

    protected override Task<End> ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, TypedCallContext call) => throw new NotSupportedException();

    protected override Task<End> Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, TypedCallContext call) => throw new NotSupportedException();
}

[TrailingMetadata<Lists>(Method = nameof(Echo.EchoBase.ServerStreaming))]
internal static class ListedContract;

/// <summary>A service of which a contract says what one RPC sends, and itself what all send.</summary>
[TypedService<Echo.EchoBase>(Contract = typeof(ListedContract))]
[TrailingMetadata<End>]
internal abstract partial class MixedBase;

internal sealed class Mixed : MixedBase
{
    protected override Task<TypedResponse<EchoMessage, End>> Unary(EchoMessage request, TypedCallContext call) => throw new NotSupportedException();

    protected override Task<TypedResponse<EchoMessage, End>> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, TypedCallContext call) => throw new NotSupportedException();

    protected override Task<Lists> ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, TypedCallContext call) => Task.FromResult(new Lists(["listed"], []));

    protected override Task<End> Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, TypedCallContext call) => throw new NotSupportedException();
}

/// <summary>A client of two records, and of a third for one RPC.</summary>
[TypedClient<Echo.EchoClient>]
[TrailingMetadata<Lists>(Method = nameof(Echo.EchoClient.Duplex))]
[RequestMetadata<Caller>]
[RequestMetadata<Origin2>]
[RequestMetadata<Reason>(Method = nameof(Echo.EchoClient.Duplex))]
internal sealed partial class TwoCalls;

/// <summary>A service of two records, a third that is only reported, and one RPC with records of its own.</summary>
[TypedService<Echo.EchoBase>]
[RequestMetadata<Caller>]
[RequestMetadata<Origin2>]
[RequestMetadata<Strict>(Enforcement = ContractEnforcement.ReportOnly)]
[RequestMetadata<Reason>(Method = nameof(Echo.EchoBase.Duplex))]
[TrailingMetadata<End>]
[TrailingMetadata<Lists>(Method = nameof(Echo.EchoBase.Duplex))]
internal abstract partial class TwoBase;

internal sealed class Two : TwoBase
{
    protected override Task<TypedResponse<EchoMessage, End>> Unary(EchoMessage request, Caller caller, Origin2 origin2, Strict? strict, TypedCallContext call) =>
        Task.FromResult<TypedResponse<EchoMessage, End>>((new EchoMessage { Text = $"{caller.TenantId} {origin2.Region} {strict?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}" }, new End(1)));

    protected override Task<TypedResponse<EchoMessage, End>> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, Caller caller, Origin2 origin2, Strict? strict, TypedCallContext call) => throw new NotSupportedException();

    protected override Task<End> ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, Caller caller, Origin2 origin2, Strict? strict, TypedCallContext call) => throw new NotSupportedException();

    protected override Task<Lists> Duplex(
        IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, Caller caller, Origin2 origin2, Strict? strict, Reason reason, TypedCallContext call) =>
        Task.FromResult(new Lists([reason.Why], []));
}

[GrpcMetadata]
public sealed partial record Reason(string Why);
