using Google.Protobuf;
using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Trailers that a server sets the raw way. With plain grpc-dotnet a bad one loses the reply or the status.</summary>
public sealed class RawTrailersTests
{
    private const string Unary = "/echo.Echo/Unary";

    public static TheoryData<CallKind, string, string> Unsendable()
    {
        TheoryData<CallKind, string, string> rows = [];
        foreach (CallKind kind in Enum.GetValues<CallKind>())
        {
            rows.Add(kind, "note", "a\r\nb");
            rows.Add(kind, "note", "a\0b");
            rows.Add(kind, "note", "é");
            rows.Add(kind, "", "x");
            rows.Add(kind, "grpc-status", "0");
            rows.Add(kind, "grpc-message", "forged");
            rows.Add(kind, "content-type", "text/html");
            rows.Add(kind, "content-length", "7");
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Unsendable))]
    public async Task Bad_one_loses_neither_the_reply_nor_the_others(CallKind kind, string key, string value)
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.ResponseTrailers.Add(key, value);
            context.ResponseTrailers.Add("rows", "7");
        });
        using RunningCall call = RunningCall.Start(kind, server.Client);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(7, call.Trailing.Read<End>().Rows);
    }

    [Theory]
    [MemberData(nameof(Unsendable))]
    public async Task Bad_one_of_an_exception_leaves_the_status_and_the_others(CallKind kind, string key, string value)
    {
        foreach (bool afterHeaders in new[] { false, true })
        {
            Metadata trailers = new() { { key, value }, { "rows", "7" } };
            await using EchoServer server = await EchoServer.StartAsync(async context =>
            {
                if (afterHeaders)
                {
                    await context.WriteInitialMetadataAsync(new Begin("node", [1]));
                }

                throw new RpcException(new Status(StatusCode.PermissionDenied, "not you"), trailers);
            });
            using RunningCall call = RunningCall.Start(kind, server.Client);
            RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
            Assert.Equal((StatusCode.PermissionDenied, "not you"), (exception.StatusCode, exception.Status.Detail));
            Assert.Equal(7, exception.TrailingMetadata().Read<End>().Rows);
            Assert.Equal(2, trailers.Count); // the service may throw them again
        }
    }

    [Fact]
    public async Task They_go_out_unpadded_and_those_of_one_key_stay_apart()
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.ResponseTrailers.Add("raw-bin", [1]);
            context.ResponseTrailers.Add("raw-bin", [1, 2]);
            throw new RpcException(new Status(StatusCode.Aborted, ""), new Metadata { { "raw-bin", [3] }, { "own", "x" } });
        });
        RawAnswer answer = await CallAsync(server);
        Assert.Equal(["AQ", "AQI", "Aw"], answer.HeaderValues("raw-bin"));
        Assert.Equal(["x"], answer.HeaderValues("own"));
        Assert.Equal("10", answer.GrpcStatus);
    }

    [Fact]
    public async Task Trailer_of_a_record_wins_over_a_raw_one()
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.ResponseTrailers.Add("rows", "1");
            context.SetTrailingMetadata(new End(2));
            context.ResponseTrailers.Add("rows", "3");
            context.ResponseTrailers.Add("digest-bin", [9]);
        });
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.FinishAsync();
        Assert.Equal(new End(2) { Digest = [9] }, call.Trailing.Read<End>());
    }

    [Theory]
    [EveryCallKind]
    public async Task They_survive_any_exception_and_a_status_that_was_set(CallKind kind)
    {
        await using EchoServer throws = await EchoServer.StartAsync(context =>
        {
            context.ResponseTrailers.Add("rows", "7");
            throw new InvalidOperationException("broken");
        });
        using RunningCall thrown = RunningCall.Start(kind, throws.Client);
        RpcException unknown = await Assert.ThrowsAsync<RpcException>(thrown.FinishAsync);
        Assert.Equal((StatusCode.Unknown, 7), (unknown.StatusCode, (int)unknown.TrailingMetadata().Read<End>().Rows));

        await using EchoServer sets = await EchoServer.StartAsync(context =>
        {
            context.ResponseTrailers.Add("rows", "7");
            context.Status = new Status(StatusCode.DataLoss, "lost");
        });
        using RunningCall set = RunningCall.Start(kind, sets.Client, text: "");
        RpcException lost = await Assert.ThrowsAsync<RpcException>(set.FinishAsync);
        Assert.Equal((StatusCode.DataLoss, 7), (lost.StatusCode, (int)lost.TrailingMetadata().Read<End>().Rows));
    }

    [Fact]
    public async Task Warning_names_the_key_and_not_the_value()
    {
        List<string> warnings = [];
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                context.ResponseTrailers.Add("note", "canary\n");
                return Task.CompletedTask;
            },
            configure: grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(new ListLoggerProvider(warnings));
            });
        await server.Client.UnaryAsync(new EchoMessage());
        string warning = Assert.Single(warnings);
        Assert.Contains("'note'", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", warning, StringComparison.Ordinal);
    }

    private static async Task<RawAnswer> CallAsync(EchoServer server)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        return await connection.CallAsync(Unary, new EchoMessage { Text = "hello" }.ToByteArray(), [], patience.Token);
    }
}
