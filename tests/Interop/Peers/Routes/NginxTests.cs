using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers.Routes;

/// <summary>Through nginx with <c>grpc_pass</c>, and a buffer of more than a page, its default.</summary>
[NeedsPeer("nginx")]
public sealed class NginxTests : RouteTests
{
    private const string LargerBuffer = "grpc_buffer_size 16k;";
    private const string AnyKey = "underscores_in_headers on; ignore_invalid_headers off;";
    private static readonly Unusual _unusual = new() { UnderScore = "1", Dot = "2", Plain = "3" };

    [PeerFact]
    public async Task Nginx_by_default_drops_request_keys_with_an_underscore_or_a_dot()
    {
        (Unusual received, RunningCall call) = await SendUnusualAsync(LargerBuffer);
        Assert.Equal(new Unusual { Plain = "3" }, received);
        Assert.Equal(_unusual, await call.Initial.ReadAsync<Unusual>());
        Assert.Equal(_unusual, call.Trailing.Read<Unusual>());
    }

    [PeerFact]
    public async Task Told_so_it_passes_every_key()
    {
        (Unusual received, RunningCall call) = await SendUnusualAsync(AnyKey);
        Assert.Equal(_unusual, received);
        Assert.Equal(_unusual, call.Trailing.Read<Unusual>());
    }

    [PeerFact]
    public async Task By_default_it_fails_a_call_whose_response_has_more_initial_metadata_than_a_page()
    {
        await using Route route = await OpenAsync(context => context.WriteInitialMetadataAsync(new Phrase(Wire.LongText)), "");
        using RunningCall call = RunningCall.Start(CallKind.Unary, route.Client);
        RpcException failure = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [PeerFact]
    public async Task By_default_a_request_value_of_more_than_8_KiB_makes_it_close_the_connection()
    {
        await using Route route = await OpenAsync(_ => Task.CompletedTask);
        using RunningCall call = RunningCall.Start(CallKind.Unary, route.Client, new Phrase(Wire.NineKibibytes));
        RpcException failure = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
        Assert.Contains("server closed the connection", failure.Status.Detail, StringComparison.Ordinal);
    }

    private protected override Task<Route> OpenAsync(Func<ServerCallContext, Task> behaviour) => OpenAsync(behaviour, LargerBuffer);

    private static async Task<Route> OpenAsync(Func<ServerCallContext, Task> behaviour, string options)
    {
        EchoServer server = await EchoServer.StartAsync(behaviour);
        NginxProcess nginx = await NginxProcess.StartAsync(server.Port, options);
        return new Route(server, Route.OverSocket(nginx.Socket), nginx);
    }

    private static async Task<(Unusual Received, RunningCall Call)> SendUnusualAsync(string options)
    {
        Unusual? received = null;
        await using Route route = await OpenAsync(
            async context =>
            {
                received = context.ReadRequestMetadata<Unusual>();
                await context.WriteInitialMetadataAsync(_unusual);
                context.SetTrailingMetadata(_unusual);
            },
            options);
        RunningCall call = RunningCall.Start(CallKind.Unary, route.Client, _unusual);
        await call.FinishAsync();
        return (received!, call);
    }
}
