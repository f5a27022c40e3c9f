using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>A service passes on what another one returned: nothing that our client's handler notes goes with it.</summary>
public sealed class ForwardingTests
{
    [Theory]
    [EveryCallKind]
    public async Task Exception_of_another_service_takes_its_trailers_along_and_nothing_of_ours(CallKind kind)
    {
        await using EchoServer inner = await EchoServer.StartAsync(context =>
        {
            context.SetTrailingMetadata(new End(7));
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "not now"));
        });
        List<string> warnings = [];
        using GrpcChannel channel = Tracking(inner);
        await using EchoServer outer = await StartAsync(warnings, async _ =>
        {
            using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(Paths.CallsOf(channel)));
            await call.FinishAsync();
        });

        RawAnswer answer = await CallAsync(outer);
        Assert.Equal("9", answer.GrpcStatus);
        Assert.Equal(["7"], answer.HeaderValues("rows"));
        Assert.DoesNotContain(answer.Headers, field => field.Name.StartsWith("x-typedmetadata", StringComparison.Ordinal));
        Assert.Equal(1, answer.Headers.Count(field => field.Name == "date"));
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    public async Task Raw_headers_and_trailers_of_another_service_take_nothing_of_ours_along(string text)
    {
        CannedAnswer canned = new() { Headers = [("stamp-bin", ["####"]), ("node", ["a"])], Trailers = [("digest-bin", ["####"]), ("rows", ["7"])] };
        await using EchoServer inner = await canned.StartAsync();
        using GrpcChannel channel = Tracking(inner);
        await using EchoServer outer = await StartAsync([], async context =>
        {
            using AsyncServerStreamingCall<EchoMessage> call = new Echo.EchoClient(Paths.CallsOf(channel)).ServerStreaming(new EchoMessage { Text = text });
            await context.WriteResponseHeadersAsync(await call.ResponseHeadersAsync);
            await call.ResponseStream.MoveNext(CancellationToken.None);
            await call.ResponseStream.MoveNext(CancellationToken.None);
            foreach (Metadata.Entry entry in call.GetTrailers())
            {
                context.ResponseTrailers.Add(entry);
            }
        });

        RawAnswer answer = await CallAsync(outer);
        Assert.Equal(["a"], answer.HeaderValues("node"));
        Assert.Equal(["7"], answer.TrailerValues("rows"));
        Assert.DoesNotContain(answer.Headers.Concat(answer.Trailers), field => field.Name.Contains("typedmetadata", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entries_of_a_response_are_the_servers_alone()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => throw new RpcException(new Status(StatusCode.Aborted, "")));
        using GrpcChannel channel = Tracking(server);
        using AsyncUnaryCall<EchoMessage> call = new Echo.EchoClient(Paths.CallsOf(channel)).UnaryAsync(new EchoMessage());
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(["date", "server"], (await call.ResponseHeadersAsync).Select(entry => entry.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["date", "server"], exception.Trailers.Select(entry => entry.Key).Order(StringComparer.Ordinal));
        Assert.Equal(server.Port, Assert.IsType<System.Net.IPEndPoint>((await call.GetPeerAsync()).EndPoint).Port);
        await Assert.ThrowsAsync<RpcException>(() => call.InitialMetadata().ReadAsync<Begin>());
    }

    [Fact]
    public async Task Response_without_a_date_is_noted_too()
    {
        await using EchoServer server = await EchoServer.StartAsync(
            _ => throw new RpcException(new Status(StatusCode.Aborted, "")), listen: kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            },
            pipeline: app => app.Use((context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.Remove("date");
                    return Task.CompletedTask;
                });
                return next(context);
            }));
        using AsyncUnaryCall<EchoMessage> call = server.Client.UnaryAsync(new EchoMessage());
        await Assert.ThrowsAsync<RpcException>(() => call.InitialMetadata().ReadAsync<Begin>());
        Metadata.Entry entry = Assert.Single(await call.ResponseHeadersAsync, entry => entry.Key == "date");
        Assert.True(DateTimeOffset.TryParseExact(entry.Value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Theory]
    [EveryCallKind]
    public async Task Handlers_outside_ours_may_look_at_the_headers(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => throw new RpcException(new Status(StatusCode.Aborted, "")));
        using ParsingHandler parsing = new() { InnerHandler = new TypedMetadataHandler(new SocketsHttpHandler()) };
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = parsing });
        using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(Paths.CallsOf(channel)));
        RpcException exception = await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Begin>());
        Assert.Equal(StatusCode.Aborted, exception.StatusCode);
    }

    [Fact]
    public async Task Notes_of_an_inner_call_are_not_found_by_an_outer_one_of_the_same_process()
    {
        // As in a test server in memory, whose responses are the strings that the service wrote.
        using HttpMessageInvoker first = new(new TypedMetadataHandler(new Canned("grpc-status", "0")));
        using (HttpRequestMessage request = new(HttpMethod.Post, "http://localhost/a.B/C"))
        using (HttpResponseMessage response = await first.SendAsync(request, CancellationToken.None))
        {
            (string key, System.Net.Http.Headers.HeaderStringValues values) = Assert.Single(response.Headers.NonValidated, field => field.Key != "grpc-status");
            using HttpMessageInvoker second = new(new TypedMetadataHandler(new Canned(key, values.ToString())));
            using HttpRequestMessage again = new(HttpMethod.Post, "http://localhost/a.B/C");
            using HttpResponseMessage passed = await second.SendAsync(again, CancellationToken.None);
            Assert.NotSame(values.ToString(), passed.Headers.NonValidated[key].ToString());
        }
    }

    private static GrpcChannel Tracking(EchoServer server) =>
        GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions().UseTypedMetadata(options => options.TrackPeer = true));

    private static Task<EchoServer> StartAsync(List<string> warnings, Func<ServerCallContext, Task> behaviour) => EchoServer.StartAsync(behaviour, grpc =>
    {
        grpc.AddTypedMetadata();
        grpc.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(new ListLoggerProvider(warnings));
    });

    private static async Task<RawAnswer> CallAsync(EchoServer server)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        return await connection.CallAsync("/echo.Echo/Unary", new EchoMessage { Text = "hello" }.ToByteArray(), [], patience.Token);
    }

    private sealed class ParsingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            _ = response.Headers.Date;
            _ = response.Headers.Sum(header => header.Value.Count());
            return response;
        }
    }

    private sealed class Canned(string key, string value) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = new() { Content = new ByteArrayContent([]) { Headers = { ContentType = new("application/grpc") } } };
            response.Headers.TryAddWithoutValidation(key, value);
            return Task.FromResult(response);
        }
    }
}
