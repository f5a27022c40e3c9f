using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Authorization;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>A caller that fails authorization learns nothing of what the service expects, whatever it sends.</summary>
public sealed class AuthorizationTests
{
    private static readonly RawField[] _good = [new("tenant-id", "acme"), new("token-bin", "AQ"), new("region", "eu"), new("stamp-bin", "AQ")];

    // Missing, malformed, given twice, none at all.
    private static readonly RawField[][] _bad =
    [
        [],
        [.. _good.Skip(1)],
        [.. _good, new("attempt", "not-a-number")],
        [.. _good, new("tenant-id", "another")],
        [new("tenant-id", ""), new("token-bin", "#"), new("attempt", "x"), new("region", "\u0001"), new("stamp-bin", "AQ,AQ")],
    ];

    private static readonly Dictionary<string, Func<Func<ServerCallContext, Task>, Task<EchoServer>>> _guards = new()
    {
        ["[Authorize] on the service"] = behaviour => EchoServer.StartAsync(behaviour, map: app => app.MapGrpcService<OnService>()),
        ["[Authorize] on the methods"] = behaviour => EchoServer.StartAsync(behaviour, map: app => app.MapGrpcService<OnMethods>()),
        ["RequireAuthorization"] = behaviour => EchoServer.StartAsync(behaviour, map: app => app.MapGrpcService<Expecting>().RequireAuthorization()),
        ["an interceptor"] = behaviour => EchoServer.StartAsync(
            behaviour, grpc => grpc.AddTypedMetadata().AddServiceOptions<Expecting>(options => options.Interceptors.Add<NobodyEnters>()), map: app => app.MapGrpcService<Expecting>()),
        ["an interceptor of all services"] = behaviour => EchoServer.StartAsync(
            behaviour,
            grpc => grpc.AddTypedMetadata().Services.Configure<GrpcServiceOptions>(options => options.Interceptors.Add<NobodyEnters>()),
            map: app => app.MapGrpcService<Expecting>()),
    };

    public static TheoryData<string> Guards { get; } = new(_guards.Keys);

    [Theory]
    [MemberData(nameof(Guards))]
    public async Task Caller_that_fails_authorization_gets_the_same_response_whatever_its_metadata(string guard)
    {
        await using EchoServer server = await _guards[guard](_ => throw new InvalidOperationException("The handler was reached."));
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        foreach (CallKind kind in Enum.GetValues<CallKind>())
        {
            RawAnswer welcome = await connection.CallAsync($"/echo.Echo/{kind}", [], _good, patience.Token);
            foreach (RawField[] bad in _bad)
            {
                RawAnswer answer = await connection.CallAsync($"/echo.Echo/{kind}", [], bad, patience.Token);
                Assert.Equal(Said(welcome), Said(answer));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Guards))]
    public async Task Unauthorized_call_reveals_and_counts_nothing_of_its_metadata(string guard)
    {
        await using EchoServer server = await _guards[guard](_ => throw new InvalidOperationException("The handler was reached."));
        using CountedErrors counted = new(server);
        foreach (CallKind kind in Enum.GetValues<CallKind>())
        {
            using RunningCall call = RunningCall.Start(kind, server.Client, new Metadata { { "attempt", "not-a-number" } });
            RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
            Assert.Equal(StatusCode.Unauthenticated, exception.StatusCode);
            Assert.Null(exception.GetRpcStatus());
            string all = string.Join('\n', exception.Trailers.Select(entry => entry.ToString()).Prepend(exception.ToString()));
            Assert.All(
                ["tenant-id", "token-bin", "attempt", "region", "stamp-bin", nameof(Caller), nameof(Origin), "grpc-status-details-bin"],
                hidden => Assert.DoesNotContain(hidden, all, StringComparison.OrdinalIgnoreCase));
        }

        Assert.Empty(counted.All);
    }

    private static IEnumerable<string> Said(RawAnswer answer) =>
        answer.HeaderBlocks.SelectMany(block => block).Where(field => field.Name != "date").Select(field => field.ToString()).Append($"{answer.Data.Length} bytes, {answer.Ending}");

    [RequestMetadata<Caller>]
    [RequestMetadata<Origin>]
    internal class Expecting(Behaviour behaviour) : EchoService(behaviour);

    [Authorize]
    internal sealed class OnService(Behaviour behaviour) : Expecting(behaviour);

    internal sealed class OnMethods(Behaviour behaviour) : Expecting(behaviour)
    {
        [Authorize]
        public override Task<EchoMessage> Unary(EchoMessage request, ServerCallContext context) => base.Unary(request, context);

        [Authorize]
        public override Task<EchoMessage> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, ServerCallContext context) =>
            base.ClientStreaming(requestStream, context);

        [Authorize]
        public override Task ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context) =>
            base.ServerStreaming(request, responseStream, context);

        [Authorize]
        public override Task Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context) =>
            base.Duplex(requestStream, responseStream, context);
    }

    internal sealed class NobodyEnters : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw Rejection();

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) => throw Rejection();

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) => throw Rejection();

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
            throw Rejection();

        private static RpcException Rejection() => new(new Status(StatusCode.Unauthenticated, "Log in first."));
    }
}
