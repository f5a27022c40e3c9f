using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.ContractPage;

/// <summary>The live view: what a developer sees of the last calls, and what nobody does.</summary>
public sealed class RecentCallsTests
{
    private static readonly Guid _request = new("11111111-2222-3333-4444-555555555555");

    [Fact]
    public async Task Call_shows_declared_entries_of_all_positions_and_nothing_else()
    {
        await using ContractServer server = await StartAsync();
        await server.Server.Client.UnaryAsync(new EchoMessage(), Secretive());
        string list = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/"));
        Assert.Contains("/echo.Echo/Unary", list, StringComparison.Ordinal);
        Assert.Contains(">OK<", list, StringComparison.Ordinal);
        string call = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/1"));
        foreach (string shown in new[] { "acme", _request.ToString(), "a note", "blue", "1970-01-01T00:00:00Z", "AQI", ">3<", "api-token", "password", "undeclared", "authorization", "***" })
        {
            Assert.Contains(shown, call, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("leaked", list + call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_call_explains_every_key()
    {
        await using ContractServer server = await StartAsync();
        await Assert.ThrowsAsync<RpcException>(async () => await server.Server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "request-id", "no" } }));
        string call = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/1"));
        Assert.Contains("INVALID_ARGUMENT", call, StringComparison.Ordinal);
        Assert.Contains("<bdi>tenant-id</bdi></code></dt><dd><bdi>is missing", call, StringComparison.Ordinal);
        Assert.Contains("<bdi>request-id</bdi></code></dt><dd><bdi>is malformed: expected a UUID", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_service_and_reported_errors_are_explained_too()
    {
        await using ContractServer server = await StartAsync();
        await Assert.ThrowsAsync<RpcException>(async () => await new Odd.Second.Second.SecondClient(server.Server.Channel).GetAsync(new Odd.Second.M()));
        using AsyncClientStreamingCall<EchoMessage, EchoMessage> reported = server.Server.Client.ClientStreaming();
        await reported.RequestStream.CompleteAsync();
        await reported;
        Assert.Contains("<bdi>is missing", WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/1")), StringComparison.Ordinal);
        string second = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/2"));
        Assert.Contains("<bdi>is missing", second, StringComparison.Ordinal);
        Assert.Contains(">OK<", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_about_a_sensitive_key_and_status_detail_are_not_shown()
    {
        await using ContractServer server = await StartAsync();
        await Assert.ThrowsAsync<RpcException>(async () => await server.Server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "tenant-id", "nobody" }, { "request-id", _request.ToString() }, { "api-token", "leaked-token" } }));
        using AsyncServerStreamingCall<EchoMessage> aborted = server.Server.Client.ServerStreaming(new EchoMessage(), new Bookkeeper("acme", _request));
        await Assert.ThrowsAsync<RpcException>(() => aborted.ResponseStream.MoveNext(CancellationToken.None));
        string first = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/1"));
        Assert.Contains("<bdi>tenant-id</bdi></code></dt><dd><bdi>was rejected by the application", first, StringComparison.Ordinal);
        string second = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/2"));
        Assert.Contains("ABORTED", second, StringComparison.Ordinal);
        Assert.DoesNotContain("leaked", first + second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_of_no_method_shows_no_value()
    {
        await using ContractServer server = await StartAsync();
        await Assert.ThrowsAsync<RpcException>(async () => await new Odd.Nested.Nested.NestedClient(server.Server.Channel).GetAsync(new(), Secretive()));
        string call = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/1"));
        Assert.Contains("(no such method)", call, StringComparison.Ordinal);
        Assert.Contains("UNIMPLEMENTED", call, StringComparison.Ordinal);
        Assert.DoesNotContain("acme", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grpc_Web_shows_all_positions()
    {
        await using ContractServer server = await ContractServer.StartAsync(
            options => options.RecentCalls = 10, pipeline: app => app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true }));
#pragma warning disable CS0618 // Its successor is newer than our lowest version.
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Server.Url, new GrpcChannelOptions { HttpHandler = new GrpcWebHandler(GrpcWebMode.GrpcWeb, new HttpClientHandler()) { HttpVersion = new Version(2, 0) } }.UseTypedMetadata());
#pragma warning restore CS0618
        await new Echo.EchoClient(channel).UnaryAsync(new EchoMessage(), new Bookkeeper("acme", _request));
        string call = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/1"));
        foreach (string shown in new[] { "acme", "1970-01-01T00:00:00Z", ">3<", ">OK<" })
        {
            Assert.Contains(shown, call, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rule_of_a_record_that_no_attribute_declares_is_not_quoted()
    {
        await using ContractServer server = await StartAsync();
        Metadata session = new() { { "session", "leaked-session" } };
        await Assert.ThrowsAsync<RpcException>(async () => await new Odd.Commented.Commented.CommentedClient(server.Server.Channel).GetAsync(new(), session));
        string call = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/1"));
        Assert.Contains("(the record)", call, StringComparison.Ordinal);
        Assert.DoesNotContain("leaked", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_in_a_service_constructor_is_explained_too()
    {
        await using ContractServer server = await StartAsync();
        await Assert.ThrowsAsync<RpcException>(async () => await new Odd.Search.Search.SearchClient(server.Server.Channel).SearchAsync(new()));
        Assert.Contains("is missing", await server.GetAsync("/typed-metadata/calls/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_is_mapped_too_late_to_keep_calls_says_so()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => server.Map(options => options.RecentCalls = 10));
        Assert.Contains("the application has already started", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_of_middleware_is_no_success()
    {
        await using ContractServer server = await ContractServer.StartAsync(
            options => options.RecentCalls = 10,
            pipeline: app => app.Use((HttpContext http, RequestDelegate next) => http.Request.Path.StartsWithSegments("/echo.Echo", StringComparison.Ordinal) ? throw new InvalidOperationException() : next(http)));
        await Assert.ThrowsAsync<RpcException>(async () => await server.Server.Client.UnaryAsync(new EchoMessage(), new Bookkeeper("acme", _request)));
        Assert.Contains(">UNKNOWN<", await server.GetAsync("/typed-metadata/calls/1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Number_of_calls_is_limited(int calls) => Assert.Throws<ArgumentOutOfRangeException>(() => new MetadataPageOptions().RecentCalls = calls);

    [Fact]
    public async Task Memory_is_bounded()
    {
        await using ContractServer server = await ContractServer.StartAsync(options => options.RecentCalls = 2);
        Metadata many = new Bookkeeper("acme", _request) { Note = new string('n', 1000), Labels = Enumerable.Range(0, 60).ToDictionary(number => $"l{number}", _ => "v") };
        for (int i = 0; i < 20; i++)
        {
            many.Add($"other-{i}", "v");
        }

        for (int i = 0; i < 3; i++)
        {
            await server.Server.Client.UnaryAsync(new EchoMessage(), many);
        }

        using HttpResponseMessage gone = await server.SendAsync("/typed-metadata/calls/1");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        string call = WebUtility.HtmlDecode(await server.GetAsync("/typed-metadata/calls/3"));
        Assert.Contains("more entries", call, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('n', 257), call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_view_is_off_by_default()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        await server.Server.Client.UnaryAsync(new EchoMessage(), new Bookkeeper("acme", _request));
        using HttpResponseMessage response = await server.SendAsync("/typed-metadata/calls/");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("calls/", await server.GetAsync("/typed-metadata/"), StringComparison.Ordinal);
    }

    private static Task<ContractServer> StartAsync() => ContractServer.StartAsync(options => options.RecentCalls = 10);

    private static Metadata Secretive()
    {
        Metadata metadata = new Bookkeeper("acme", _request, "leaked") { Note = "a note", Password = "leaked", Labels = new Dictionary<string, string> { ["color"] = "blue" } };
        metadata.Add("authorization", "Bearer leaked");
        metadata.Add("undeclared", "leaked");
        return metadata;
    }
}
