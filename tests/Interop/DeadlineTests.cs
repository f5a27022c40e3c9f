using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;
using TypedMetadata.Unit.Vectors;

namespace TypedMetadata.Interop;

/// <summary>What a server makes of <c>grpc-timeout</c>, on a clock that stands still.</summary>
public sealed class DeadlineTests
{
    private const string DeadlineExceeded = "4";
    private const string Internal = "13";
    private const string Ok = "0";
    private const string Unknown = "2";
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    /// <summary>The rows that can travel: the others are not header values.</summary>
    public static TheoryData<string> Timeouts => Vector.Ids(vector =>
        vector.Kind == "timeout" && !vector.Input.StartsWith("encode:", StringComparison.Ordinal) && vector.Text.All(c => c is >= ' ' and <= '~'));

    [Theory]
    [MemberData(nameof(Timeouts))]
    public async Task Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        await using TimedServer server = await TimedServer.StartAsync();
        RawAnswer answer = await server.SendAsync(vector.Text);
        if (vector.Expected is "reject" or "expired")
        {
            Assert.Equal(vector.Expected == "reject" ? Internal : DeadlineExceeded, answer.GrpcStatus);
            Assert.Empty(server.Seen);
        }
        else if (answer.GrpcStatus == DeadlineExceeded)
        {
            // grpc-dotnet's own clock does not stand still.
            Assert.InRange(long.Parse(vector.Argument, CultureInfo.InvariantCulture), 0, 1_000_000_000);
        }
        else
        {
            Assert.Equal(Ok, answer.GrpcStatus);
            Assert.Equal(
                vector.Expected == "clamp:max" ? TimeSpan.MaxValue : new TimeSpan(long.Parse(vector.Argument, CultureInfo.InvariantCulture) / 100),
                Assert.Single(server.Seen).TimeRemaining);
        }
    }

    [Fact]
    public async Task Request_without_a_timeout_has_no_deadline()
    {
        await using TimedServer server = await TimedServer.StartAsync();
        Assert.Equal(Ok, (await server.SendAsync()).GrpcStatus);
        Assert.Equal([Deadline.Infinite], server.Seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deadline_counts_from_arrival_wherever_the_application_routes(bool routesLate)
    {
        await using TimedServer server = await TimedServer.StartAsync(pipeline: (timed, app) =>
        {
            app.Use((HttpContext http, RequestDelegate next) =>
            {
                timed.Clock.Advance(_second * 3);
                timed.Clock.WallClockError = TimeSpan.FromDays(1);
                return next(http);
            });
            if (routesLate)
            {
                app.UseRouting();
            }
        });
        Assert.Equal(Ok, (await server.SendAsync("1000S")).GrpcStatus);
        Assert.Equal(_second * 997, Assert.Single(server.Seen).TimeRemaining);
    }

    [Fact]
    public async Task Deadline_asked_twice_does_not_start_anew()
    {
        TimeSpan later = default;
        await using TimedServer server = await TimedServer.StartAsync((context, timed) =>
        {
            timed.Clock.Advance(_second);
            later = context.GetDeadline().TimeRemaining;
            Assert.Equal(timed.Seen[0], context.GetDeadline());
            return Task.CompletedTask;
        });
        Assert.Equal(Ok, (await server.SendAsync("1000S")).GrpcStatus);
        Assert.Equal(_second * 999, later);
    }

    [Theory]
    [InlineData("/echo.Echo/Unary")]
    [InlineData("/echo.Echo/ClientStreaming")]
    [InlineData("/echo.Echo/ServerStreaming")]
    [InlineData("/echo.Echo/Duplex")]
    public async Task Call_that_arrives_expired_or_malformed_reaches_no_handler_or_interceptor(string path)
    {
        Counter counter = new();
        await using TimedServer server = await TimedServer.StartAsync(configure: grpc =>
        {
            grpc.Services.AddSingleton(counter);
            grpc.Services.Configure<Grpc.AspNetCore.Server.GrpcServiceOptions>(options => options.Interceptors.Add<CountingInterceptor>());
        });
        RawAnswer expired = await server.SendToAsync(path, "0n");
        Assert.Equal((DeadlineExceeded, true), (expired.GrpcStatus, expired.IsTrailersOnly));
        RawAnswer malformed = await server.SendToAsync(path, "1h");
        Assert.Equal((Internal, true), (malformed.GrpcStatus, malformed.IsTrailersOnly));
        Assert.Equal(0, counter.Calls);
        Assert.Empty(server.Seen);

        Assert.Equal(Ok, (await server.SendToAsync(path, "1H")).GrpcStatus);
        Assert.Equal((1, 1), (counter.Calls, server.Seen.Count));
    }

    [Fact]
    public async Task Call_whose_deadline_passes_before_the_handler_does_not_reach_it()
    {
        await using TimedServer server = await TimedServer.StartAsync(pipeline: (timed, app) => app.Use((HttpContext http, RequestDelegate next) =>
        {
            timed.Clock.Advance(_second);
            return next(http);
        }));
        Assert.Equal(DeadlineExceeded, (await server.SendAsync("1S")).GrpcStatus);
        Assert.Empty(server.Seen);
    }

    [Theory]
    [InlineData("2H", "1H")]
    [InlineData("1H", "2H")]
    [InlineData("2H,60M")]
    [InlineData("3H", "2H, 3600S", "99999999H")]
    public async Task Of_several_headers_the_least_counts_for_grpc_dotnet_too(params string[] timeouts)
    {
        await using TimedServer server = await TimedServer.StartAsync();
        Assert.Equal(Ok, (await server.SendAsync(timeouts)).GrpcStatus);
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(server.Seen).TimeRemaining);
        Assert.InRange(Assert.Single(server.SeenByGrpc), DateTime.UtcNow, DateTime.UtcNow.AddHours(1));
    }

    [Theory]
    [InlineData("1S", "x")]
    [InlineData("", "1S")]
    [InlineData("0n", "-1S")]
    public async Task One_malformed_header_spoils_all(params string[] timeouts)
    {
        await using TimedServer server = await TimedServer.StartAsync();
        Assert.Equal(Internal, (await server.SendAsync(timeouts)).GrpcStatus);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("123456789S")]
    [InlineData("2147483647H")]
    [InlineData("999999999H")]
    public async Task Malformed_timeout_can_be_ignored(string timeout)
    {
        await using TimedServer server = await TimedServer.StartAsync(options: options => options.MalformedTimeout = MalformedTimeoutPolicy.Ignore);
        Assert.Equal(Ok, (await server.SendAsync(timeout)).GrpcStatus);
        Assert.Equal([Deadline.Infinite], server.Seen);
        Assert.Equal([DateTime.MaxValue], server.SeenByGrpc);
        Assert.Equal(DeadlineExceeded, (await server.SendAsync("0n")).GrpcStatus);
    }

    [Fact]
    public async Task Plain_server_returns_UNKNOWN_to_a_large_timeout_and_runs_an_expired_call()
    {
        int calls = 0;
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.FromResult(calls++), configure: _ => { });
        Assert.Equal(Unknown, (await SendAsync(server, "999999999H")).GrpcStatus);
        Assert.Equal((Ok, 1), ((await SendAsync(server, "0n")).GrpcStatus, calls));
    }

    [Fact]
    public async Task Adding_it_again_sets_the_options_and_changes_nothing_else()
    {
        await using TimedServer server = await TimedServer.StartAsync(configure: grpc =>
        {
            grpc.AddTypedMetadata(options => options.MalformedTimeout = MalformedTimeoutPolicy.Ignore);
            grpc.AddTypedMetadata();
        });
        Assert.Equal(Ok, (await server.SendAsync("nonsense")).GrpcStatus);
        Assert.Equal([Deadline.Infinite], server.Seen);
    }

    [Fact]
    public async Task Request_that_the_server_passes_on_keeps_its_header()
    {
        string? seen = null;
        await using TimedServer server = await TimedServer.StartAsync(pipeline: (_, app) =>
            app.MapPost("/elsewhere.Service/Method", (HttpContext http) => seen = http.Request.Headers["grpc-timeout"].ToString()));
        await server.SendToAsync("/elsewhere.Service/Method", "999999999H", "x");
        Assert.Equal("999999999H,x", seen);
    }

    private static async Task<RawAnswer> SendAsync(EchoServer server, string timeout)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        return await connection.CallAsync("/echo.Echo/Unary", [], [new RawField("grpc-timeout", timeout)], patience.Token);
    }

    private sealed class Counter
    {
        internal int Calls { get; set; }
    }

    private sealed class CountingInterceptor(Counter counter) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) => Count(continuation(request, context));

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
            Count(continuation(requestStream, context));

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
            Count(continuation(request, responseStream, context));

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
            Count(continuation(requestStream, responseStream, context));

        private T Count<T>(T call)
        {
            counter.Calls++;
            return call;
        }
    }
}
