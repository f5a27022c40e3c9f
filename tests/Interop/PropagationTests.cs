using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>A record of the call that a server serves goes on to the next server.</summary>
public sealed class PropagationTests
{
    private static readonly Caller _caller = new("acme", new byte[] { 1 }) { Attempt = 3 };

    [Theory]
    [EveryCallKind]
    public async Task Propagated_record_goes_on_without_secrets_and_alone(CallKind kind)
    {
        await using TwoServers servers = await TwoServers.StartAsync(client => client.PropagateRequestMetadata<Caller>(), async (client, _) =>
        {
            using RunningCall inner = RunningCall.Start(kind, client);
            await inner.FinishAsync();
        });
        Metadata sent = _caller;
        sent.Add("x-other", "stays");
        using RunningCall call = RunningCall.Start(kind, servers.Client, sent);
        Assert.Equal("hello", await call.FinishAsync());

        Assert.Equal(("acme", "3"), (servers.Second.Value("tenant-id"), servers.Second.Value("attempt")));
        Assert.Equal((null, null), (servers.Second.Value("token-bin"), servers.Second.Value("x-other")));
    }

    [Fact]
    public async Task Secrets_go_on_when_asked_for_and_values_are_spelled_anew()
    {
        await using TwoServers servers = await TwoServers.StartAsync(client => client.PropagateRequestMetadata<Caller>(options => options.IncludeSensitive = true).PropagateRequestMetadata<Lists>());
        await servers.Client.UnaryAsync(new EchoMessage(), new Metadata { { "tenant-id", " acme " }, { "token-bin", [1] }, { "tags", "a ,, b" }, { "blocks-bin", [1] } });
        Assert.Equal(("acme", "AQ", "a,b", "AQ"), (servers.Second.Value("tenant-id"), servers.Second.Value("token-bin"), servers.Second.Value("tags"), servers.Second.Value("blocks-bin")));
    }

    [Fact]
    public async Task Metadata_of_the_handler_wins_over_propagated()
    {
        await using TwoServers servers = await TwoServers.StartAsync(
            client => client.PropagateRequestMetadata<Caller>(),
            async (client, _) => await client.UnaryAsync(new EchoMessage(), new CallOptions().WithMetadata(new Caller("other", new byte[] { 2 }))));
        await servers.Client.UnaryAsync(new EchoMessage(), _caller);
        Assert.Equal(("other", "Ag", "3"), (servers.Second.Value("tenant-id"), servers.Second.Value("token-bin"), servers.Second.Value("attempt")));
    }

    [Fact]
    public async Task Propagated_record_is_read_once_a_call()
    {
        await using TwoServers servers = await TwoServers.StartAsync(client => client.PropagateRequestMetadata<Counted>(), async (client, _) =>
        {
            await client.UnaryAsync(new EchoMessage());
            await client.UnaryAsync(new EchoMessage());
        });
        await servers.Client.UnaryAsync(new EchoMessage(), new Counted(5));
        Assert.Equal(["5", "5"], servers.Second.Requests.Select(request => request["number"].Single()));
        Assert.Equal(1, CountingConverter.Reads);
    }

    [Fact]
    public async Task Unreadable_record_is_rejected_and_not_propagated()
    {
        await using TwoServers servers = await TwoServers.StartAsync(client => client.PropagateRequestMetadata<Caller>());
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await servers.Client.UnaryAsync(new EchoMessage(), new Metadata { { "attempt", "canary" } }));
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
        Assert.All(["'tenant-id' is missing", "'token-bin' is missing", "'attempt' is malformed"], problem => Assert.Contains(problem, exception.Status.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("canary", exception.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(servers.Second.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deadline_goes_on_beside_it(bool deadlineFirst)
    {
        await using TwoServers servers = await TwoServers.StartAsync(client => _ = deadlineFirst
            ? client.EnableCallContextPropagation().PropagateRequestMetadata<Caller>()
            : client.PropagateRequestMetadata<Caller>().EnableCallContextPropagation());
        await servers.Client.UnaryAsync(new EchoMessage(), _caller, deadline: Deadline.After(TimeSpan.FromHours(1)));
        Assert.Equal("acme", servers.Second.Value("tenant-id"));
        Assert.NotNull(servers.Second.Value("grpc-timeout"));
    }

    [Fact]
    public async Task Outside_a_call_it_throws_and_says_what_to_do()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using ServiceProvider worker = Worker(server, client => client.PropagateRequestMetadata<Caller>());
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => worker.GetRequiredService<Echo.EchoClient>().Duplex());
        Assert.Contains("set SuppressContextNotFoundErrors in PropagateRequestMetadata<Caller>(options => …)", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Outside_a_call_it_sends_nothing_if_told_so()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using ServiceProvider worker = Worker(server, client => client
            .PropagateRequestMetadata<Caller>(options => options.SuppressContextNotFoundErrors = true)
            .PropagateRequestMetadata<Origin2>(options => options.SuppressContextNotFoundErrors = true));
        await worker.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage());
        Assert.DoesNotContain(server.Request.Keys, key => key is "tenant-id" or "second-region");
    }

    [Fact]
    public async Task Ordinary_HTTP_request_is_no_call()
    {
        await using TwoServers servers = await TwoServers.StartAsync(client => client.PropagateRequestMetadata<Caller>(), pipeline: app => app.Map("/plain", plain => plain.Run(async http =>
        {
            Assert.Throws<InvalidOperationException>(() => http.RequestServices.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage()));
            await http.Response.WriteAsync("rejected");
        })));
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Get, servers.Url + "/plain") { Version = new Version(2, 0), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Add("tenant-id", "acme");
        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.Equal("rejected", await response.Content.ReadAsStringAsync());
        Assert.Empty(servers.Second.Requests);
    }

    private static ServiceProvider Worker(SeenHeaders server, Action<IHttpClientBuilder> configure)
    {
        ServiceCollection services = new();
        configure(services.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Url));
        return services.BuildServiceProvider();
    }
}

[GrpcMetadata]
public sealed partial record Counted([MetadataConverter(typeof(CountingConverter))] int Number);

/// <summary>Counts how often it reads. One test alone uses it.</summary>
public sealed class CountingConverter : ITextMetadataConverter<int>
{
    private static int _reads;

    internal static int Reads => _reads;

    public string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    public bool TryParse(string text, [MaybeNullWhen(false)] out int value)
    {
        Interlocked.Increment(ref _reads);
        return int.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
