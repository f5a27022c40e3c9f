using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Server;
using TypedMetadata.Unit.Client;

namespace TypedMetadata.Interop;

/// <summary>The client factory logs headers at Trace: no secret of a record is among them.</summary>
public sealed class LoggedSecretsTests
{
    private const string Canary = "canary-7f3a91";

    private static readonly byte[] _canary = System.Text.Encoding.ASCII.GetBytes(Canary);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_secret_is_logged_and_other_headers_are(bool usersOwnFirst)
    {
        using EveryLogProvider logs = new();
        await using SeenHeaders server = await SeenHeaders.StartAsync(context =>
        {
            if (context.GetHttpContext().Request.Headers.ContainsKey("x-fail"))
            {
                throw new RpcException(new Status(StatusCode.PermissionDenied, "no"));
            }
        });
        using ServiceProvider services = Client(server, logs, client => _ = usersOwnFirst
            ? AddRecords(client.RedactLoggedHeaders(["x-users-own"]))
            : AddRecords(client).RedactLoggedHeaders(["x-users-own"]));
        Echo.EchoClient client = services.GetRequiredService<Echo.EchoClient>();
        await client.UnaryAsync(new EchoMessage(), new Metadata { { "x-users-own", Canary }, { "x-shown", "shown-in-full" } });
        await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(new EchoMessage(), new Metadata { { "x-api-key", Canary }, { "x-fail", "1" } }));

        Assert.All(
            ["authorization", "bytes-bin", "texts", "blocks-bin", "combination", "x-secret-a", "x-hidden-a-bin", "token-bin", "x-users-own"],
            key => Assert.True(server.Requests[0].ContainsKey(key) && logs.Text.Contains(key, StringComparison.OrdinalIgnoreCase), key));
        Assert.All(["open: seen-by-all", "tenant-id: acme", "x-shown: shown-in-full"], line => Assert.Contains(line, logs.Text, StringComparison.Ordinal));
        AssertNoCanary(logs.Text);
    }

    [Fact]
    public async Task Value_that_cannot_be_sent_is_not_logged_either()
    {
        Secretly? record = new("open", Canary + "\n", _canary, [], [], new Vault("1-2-3", 1));
        using EveryLogProvider logs = new();
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using ServiceProvider services = Client(server, logs, client => client.RedactLoggedHeaders([]).AddRequestMetadata(_ => record));
        Echo.EchoClient client = services.GetRequiredService<Echo.EchoClient>();
        AssertNoCanary(Assert.Throws<MetadataException>(() => client.Unary(new EchoMessage())).ToString());

        record = null;
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(new EchoMessage(), new Metadata { { "authorization", Canary + "\n" } }));
        AssertNoCanary(exception.ToString());
        AssertNoCanary(logs.Text);
    }

    [Fact]
    public async Task Keys_given_with_the_call_are_redacted_too()
    {
        using EveryLogProvider logs = new();
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using ServiceProvider services = Client(server, logs, client => client.RedactLoggedHeaders([]).AddRequestMetadata<Caller>(_ => null));
        await services.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage(), new Caller("shown-in-full", _canary));
        Assert.Contains("shown-in-full", logs.Text, StringComparison.Ordinal);
        AssertNoCanary(logs.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Secrets_of_a_response_are_redacted_for_who_asks(bool asks)
    {
        using EveryLogProvider logs = new();
        await using SeenHeaders server = await SeenHeaders.StartAsync(context =>
        {
            context.AddInitialMetadata(new Session("shown-in-full", Canary));
            context.SetTrailingMetadata(new Session("shown-in-full", Canary));
            if (context.RequestHeaders.Get("x-fail") is not null)
            {
                throw new RpcException(new Status(StatusCode.NotFound, "nothing"));
            }
        });
        using ServiceProvider services = Client(server, logs, client => _ = asks ? client.RedactLoggedHeaders([]).RedactLoggedMetadata<Session>() : client.RedactLoggedHeaders([]));
        Echo.EchoClient client = services.GetRequiredService<Echo.EchoClient>();
        await client.UnaryAsync(new EchoMessage());
        await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(new EchoMessage(), new Metadata { { "x-fail", "1" } }));
        Assert.Contains("node: shown-in-full", logs.Text, StringComparison.Ordinal);
        Assert.Equal(!asks, logs.Text.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_client_of_the_factory_can_ask()
    {
        using EveryLogProvider logs = new();
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddHttpClient("web").RedactLoggedMetadata<Caller>().RedactLoggedHeaders([]);
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient web = provider.GetRequiredService<IHttpClientFactory>().CreateClient("web");
        using HttpRequestMessage request = new(HttpMethod.Get, server.Url) { Version = new Version(2, 0), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Add("tenant-id", "shown-in-full");
        request.Headers.Add("token-bin", Convert.ToBase64String(_canary));
        using HttpResponseMessage response = await web.SendAsync(request);
        Assert.Contains("shown-in-full", logs.Text, StringComparison.Ordinal);
        AssertNoCanary(logs.Text);
    }

    private static IHttpClientBuilder AddRecords(IHttpClientBuilder client) => client
        .AddRequestMetadata(_ => new Secretly("seen-by-all", Canary, _canary, [Canary], [_canary], new Vault(Canary, 1))
        {
            Map = new Dictionary<string, string> { ["a"] = Canary },
            Blobs = new Dictionary<string, byte[]> { ["a"] = _canary },
        })
        .AddRequestMetadata(_ => new Caller("acme", _canary));

    private static ServiceProvider Client(SeenHeaders server, EveryLogProvider logs, Action<IHttpClientBuilder> configure)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        configure(services.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Url));
        return services.BuildServiceProvider();
    }

    private static void AssertNoCanary(string text)
    {
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(_canary).TrimEnd('='), text, StringComparison.Ordinal);
    }
}

/// <summary>What a server tells its client alone.</summary>
[GrpcMetadata(MetadataPositions.Initial | MetadataPositions.Trailing)]
public sealed partial record Session(string Node, [MetadataKey("x-session-token", Sensitive = true)] string Token);
