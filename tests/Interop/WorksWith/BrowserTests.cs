using Grpc.Core;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Peers;
using TypedMetadata.Interop.Server;
using TypedMetadata.Interop.TypedCalls;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>A page of another origin, in a browser.</summary>
[NeedsPeer("browser")]
public sealed class BrowserTests(BrowserClient browser) : IClassFixture<BrowserClient>
{
    // A page has no other kinds: the Fetch API, which connect-web calls with, sends no stream of requests.
    private static readonly CallKind[] _kinds = [CallKind.Unary, CallKind.ServerStreaming];
    private static readonly PeerField[] _caller = [PeerField.Of("tenant-id", "acme"), PeerField.Of("token-bin", [1, 2, 255])];
    private static readonly PeerField[] _initial = [PeerField.Of("node", "n1"), PeerField.Of("stamp-bin", [7])];
    private static readonly PeerField[] _trailing = [PeerField.Of("digest-bin", [9, 8]), PeerField.Of("rows", "3")];

    [PeerFact]
    public async Task Page_reads_all_positions_of_a_success()
    {
        Caller? seen = null;
        await using EchoServer server = await StartAsync(Expose, async context =>
        {
            seen = context.ReadRequestMetadata<Caller>();
            await context.WriteInitialMetadataAsync(new Begin("n1", [7]));
            context.SetTrailingMetadata(new End(3) { Digest = [9, 8] });
        });
        PeerOutcome outcome = await browser.CallAsync(server, CallKind.Unary, _caller);
        Assert.Equal((0, "hello"), (outcome.Code, Assert.Single(outcome.Replies!)));
        Assert.Equal(new Caller("acme", new byte[] { 1, 2, 255 }), seen);
        Assert.Equal(_initial, outcome.Initial.OfKeys(_initial));
        Assert.Equal(_trailing, outcome.Trailing.OfKeys(_trailing));
    }

    [PeerFact]
    public async Task Page_calls_typed_services_in_all_three_positions()
    {
        await using EchoServer server = await StartAsync(policy => policy.WithExposedMetadata<Phrase>(), _ => Task.CompletedTask, app => app.MapGrpcService<PhraseService>());
        await PeerClientTests.CallPhraseServiceAsync(browser, server, _kinds);
    }

    [PeerFact]
    public async Task Page_reads_initial_and_trailing_metadata_of_a_failure()
    {
        await using EchoServer server = await StartAsync(Expose, async context =>
        {
            await context.WriteInitialMetadataAsync(new Begin("n1", [7]));
            throw new Status(StatusCode.NotFound, "no such row").ToRpcException(new End(3) { Digest = [9, 8] });
        });
        PeerOutcome outcome = await browser.CallAsync(server, CallKind.ServerStreaming, _caller);
        Assert.Equal((StatusCode.NotFound, "no such row"), ((StatusCode)outcome.Code, outcome.Message));
        Assert.Equal(_initial, outcome.Initial.OfKeys(_initial));
        Assert.Equal(_trailing, outcome.Trailing.OfKeys(_trailing));
    }

    [PeerFact]
    public async Task Page_reads_trailing_metadata_of_a_failure_in_the_headers()
    {
        await using EchoServer server = await StartAsync(Expose, context => throw new Status(StatusCode.NotFound, "no such row").ToRpcException(new End(3)));
        PeerOutcome outcome = await browser.CallAsync(server, CallKind.Unary, _caller);
        Assert.Equal((StatusCode.NotFound, "no such row"), ((StatusCode)outcome.Code, outcome.Message));
        Assert.Equal([PeerField.Of("rows", "3")], outcome.Trailing.OfKeys(_trailing));
    }

    [PeerFact]
    public async Task Page_is_told_what_its_request_lacks()
    {
        await using EchoServer server = await StartAsync(Expose, context => Task.FromResult(context.ReadRequestMetadata<Caller>()));
        PeerOutcome outcome = await browser.CallAsync(server, CallKind.Unary, [PeerField.Of("tenant-id", "acme")]);
        Assert.Equal(StatusCode.InvalidArgument, (StatusCode)outcome.Code);
        Assert.Contains("'token-bin' is missing", outcome.Message, StringComparison.Ordinal);
    }

    [PeerFact]
    public async Task Initial_metadata_that_is_not_exposed_is_not_seen()
    {
        await using EchoServer server = await StartAsync(policy => policy.WithExposedMetadata<End>(), context => context.WriteInitialMetadataAsync(new Begin("n1", [7])));
        PeerOutcome outcome = await browser.CallAsync(server, CallKind.Unary, _caller);
        Assert.Equal(0, outcome.Code);
        Assert.Empty(outcome.Initial.OfKeys(_initial));
    }

    private static void Expose(CorsPolicyBuilder policy) => policy.WithExposedMetadata<Begin>().WithExposedMetadata<End>();

    private static Task<EchoServer> StartAsync(Action<CorsPolicyBuilder> expose, Func<ServerCallContext, Task> behaviour, Action<WebApplication>? map = null) => EchoServer.StartAsync(
        behaviour,
        grpc => grpc.AddTypedMetadata().Services.AddCors(cors => cors.AddDefaultPolicy(policy => expose(policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod()))),
        app =>
        {
            app.UseCors();
            app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        },
        listen: kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1),
        map: map);
}
