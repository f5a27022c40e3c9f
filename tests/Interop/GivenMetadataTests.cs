using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>What a caller gives with a call, where a record comes into every call: it wins, and it is never changed.</summary>
public sealed class GivenMetadataTests
{
    private static readonly Caller _default = new("default", new byte[] { 1 }) { Attempt = 3 };

    /// <summary>The ways in which a record comes into every call.</summary>
    public enum Way
    {
        Interceptor,
        ClientFactory,
        Propagation,
    }

    public static TheoryData<Way, bool> WaysAndBlocking { get; } = new()
    {
        { Way.Interceptor, false },
        { Way.Interceptor, true },
        { Way.ClientFactory, false },
        { Way.ClientFactory, true },
        { Way.Propagation, false },
        { Way.Propagation, true },
    };

    [Theory]
    [MemberData(nameof(WaysAndBlocking))]
    public async Task Record_given_with_the_call_wins_over_the_default_and_the_rest_is_added(Way way, bool blocking)
    {
        Dictionary<string, string[]> seen = await SeenAsync(way, blocking, new Caller("given", new byte[] { 2 }));
        Assert.Equal(("given", "Ag", "3"), (Assert.Single(seen["tenant-id"]), Assert.Single(seen["token-bin"]), Assert.Single(seen["attempt"])));
    }

    [Theory]
    [MemberData(nameof(WaysAndBlocking))]
    public async Task Callers_metadata_is_never_changed(Way way, bool blocking)
    {
        Metadata given = new() { { "tenant-id", "given" }, { "token-bin", [2] }, { "own", "a" }, { "own", "b" } };
        string[] before = [.. given.Select(Printed)];
        Dictionary<string, string[]> seen = await SeenAsync(way, blocking, given);
        Assert.Equal(before, given.Select(Printed));
        Assert.Equal(("given", "Ag", "3", "a,b"), (seen["tenant-id"][0], seen["token-bin"][0], seen["attempt"][0], seen["own"][0]));
    }

    [Theory]
    [MemberData(nameof(WaysAndBlocking))]
    public async Task Metadata_that_is_frozen_stays_empty(Way way, bool blocking)
    {
        Dictionary<string, string[]> seen = await SeenAsync(way, blocking, Metadata.Empty);
        Assert.Equal("default", Assert.Single(seen["tenant-id"]));
        Assert.Empty(Metadata.Empty);
    }

    private static string Printed(Metadata.Entry entry) => $"{entry.Key}={(entry.IsBinary ? Convert.ToHexString(entry.ValueBytes) : entry.Value)}";

    /// <summary>The header fields that arrive where a client calls to which the default record comes.</summary>
    private static async Task<Dictionary<string, string[]>> SeenAsync(Way way, bool blocking, Metadata given)
    {
        if (way == Way.Propagation)
        {
            await using TwoServers servers = await TwoServers.StartAsync(
                client => client.PropagateRequestMetadata<Caller>(options => options.IncludeSensitive = true), (client, _) => CallAsync(client, blocking, given));
            await servers.Client.UnaryAsync(new EchoMessage(), _default);
            return servers.Second.Request;
        }

        await using SeenHeaders server = await SeenHeaders.StartAsync();
        ServiceCollection services = new();
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Url).AddRequestMetadata(_ => _default);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await CallAsync(
            way == Way.ClientFactory ? provider.GetRequiredService<Echo.EchoClient>() : new(server.Server.Channel.Intercept(new RequestMetadataInterceptor<Caller>(() => _default))),
            blocking,
            given);
        return server.Request;
    }

    private static async Task CallAsync(Echo.EchoClient client, bool blocking, Metadata given)
    {
        EchoMessage message = new() { Text = "hello" };
        EchoMessage reply = blocking ? client.Unary(message, given) : await client.UnaryAsync(message, given);
        Assert.Equal("hello", reply.Text);
    }
}
