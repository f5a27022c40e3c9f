using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Answers that end in their headers have no initial metadata, and say why.</summary>
public sealed class EndedInHeadersTests
{
    private const int Times = 200;

    [Theory]
    [EveryCallKind]
    public async Task Call_rejected_before_any_header_throws_its_status(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => throw new RpcException(new Status(StatusCode.PermissionDenied, "not you")));
        for (int i = 0; i < Times; i++)
        {
            using RunningCall call = RunningCall.Start(kind, server.Client);
            RpcException read = await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Begin>());
            Assert.Equal((StatusCode.PermissionDenied, "not you"), (read.StatusCode, read.Status.Detail));
            RpcException tried = await Assert.ThrowsAsync<RpcException>(() => call.Initial.TryReadAsync<Begin>());
            Assert.Equal(StatusCode.PermissionDenied, tried.StatusCode);
        }
    }

    [Theory]
    [EveryCallKind]
    public async Task Call_rejected_by_HTTP_401_throws_its_status(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, guarded: true);
        for (int i = 0; i < Times; i++)
        {
            using RunningCall call = RunningCall.Start(kind, server.Client);
            RpcException exception = await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Begin>());
            Assert.Equal(StatusCode.Unauthenticated, exception.StatusCode);
        }
    }

    [Theory]
    [EveryCallKind]
    public async Task Trailing_metadata_of_a_rejected_call_is_in_its_exception(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.SetTrailingMetadata(new End(7) { Digest = [1, 2] });
            throw new RpcException(new Status(StatusCode.NotFound, "nothing here"));
        });

        using RunningCall call = RunningCall.Start(kind, server.Client);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Begin>());
        Assert.True(exception.TrailingMetadata().TryRead(out End? end));
        Assert.Equal(7, end.Rows);
        Assert.Equal([1, 2], end.Digest);
        Assert.Equal(7, call.Trailing.Read<End>().Rows);
    }

    public static TheoryData<CallKind, int, string, string?> OddAnswers()
    {
        TheoryData<CallKind, int, string, string?> rows = [];
        foreach (CallKind kind in Enum.GetValues<CallKind>())
        {
            rows.Add(kind, 200, "text/html", null);
            rows.Add(kind, 200, "application/grpc-nonsense", null);
            rows.Add(kind, 404, "application/grpc", null);
            rows.Add(kind, 500, "application/grpc", "0");
            rows.Add(kind, 500, "application/grpc", "7");
            rows.Add(kind, 503, "text/plain", "14");
            rows.Add(kind, 200, "application/grpc", "abc");
            rows.Add(kind, 200, "application/grpc", "");
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(OddAnswers))]
    public async Task Odd_response_ends_the_wait(CallKind kind, int httpStatus, string contentType, string? grpcStatus)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, pipeline: app => app.Run(context =>
        {
            context.Response.StatusCode = httpStatus;
            context.Response.ContentType = contentType;
            context.Response.Headers["grpc-status"] = grpcStatus;
            return Task.CompletedTask;
        }));

        using RunningCall call = RunningCall.Start(kind, server.Client);
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => call.Initial.ReadAsync<Begin>());
        bool endsWell = grpcStatus == "0" && (kind is CallKind.ServerStreaming or CallKind.Duplex);
        Assert.IsType(endsWell ? typeof(MetadataException) : typeof(RpcException), exception);
    }

    [Fact]
    public async Task Trailing_values_are_not_mistaken_for_initial_ones()
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.ResponseTrailers.Add("node", "trailing");
            context.ResponseTrailers.Add("stamp-bin", [1]);
        });

        // A server stream that ends well without a message is Trailers-Only too.
        using RunningCall call = RunningCall.Start(CallKind.ServerStreaming, server.Client, text: "");
        MetadataResult<Begin> result = await call.Initial.TryReadAsync<Begin>();
        Assert.Equal(["node", "stamp-bin"], result.Errors.Select(error => error.Key));
        Assert.All(result.Errors, error => Assert.Equal(MetadataErrorKind.Missing, error.Kind));
        MetadataException exception = await Assert.ThrowsAsync<MetadataException>(() => call.Initial.ReadAsync<Begin>());
        Assert.Equal(MetadataPositions.Initial, exception.Position);
    }

    [Fact]
    public async Task Mark_that_a_server_forges_is_removed()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
            await context.WriteResponseHeadersAsync(new Metadata { { "x-typedmetadata-trailers-only", "1" }, { "node", "real" }, { "stamp-bin", [1] } }));

        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        Assert.Equal("real", (await call.Initial.ReadAsync<Begin>()).Node);
    }

    [Theory]
    [EveryCallKind]
    public async Task Channel_without_typed_metadata_names_the_status_and_what_would_throw_it(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => throw new RpcException(new Status(StatusCode.PermissionDenied, "no")));
        using Grpc.Net.Client.GrpcChannel plain = Grpc.Net.Client.GrpcChannel.ForAddress(server.Url);
        using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(plain));
        await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        MetadataException exception = await Assert.ThrowsAsync<MetadataException>(() => call.Initial.ReadAsync<Begin>());
        Assert.EndsWith("The call failed with PermissionDenied. Create the channel with UseTypedMetadata() to receive that status as an RpcException.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_is_not_there_throws_its_status()
    {
        EchoServer server = await EchoServer.StartAsync(_ => { });
        using Grpc.Net.Client.GrpcChannel channel = server.NewChannel();
        await server.DisposeAsync();

        using RunningCall call = RunningCall.Start(CallKind.Unary, new Echo.EchoClient(Paths.CallsOf(channel)));
        RpcException exception = await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Begin>());
        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
    }
}
