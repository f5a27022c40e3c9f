using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <content>Calls that fail for another reason than their metadata, or for metadata that was never typed.</content>
internal static partial class Scenarios
{
    private static IEnumerable<KeyValuePair<string, Func<ScenarioHost, Task>>> Failing => new Dictionary<string, Func<ScenarioHost, Task>>
    {
        ["a handler throws, with the record in its message"] = stage => FailAsync(stage, seen => new InvalidOperationException($"Cannot serve {seen}")),
        ["a handler chooses a status, with the record in its words"] = stage => FailAsync(stage, seen => new RpcException(new Status(StatusCode.NotFound, $"Nothing for {seen}"))),
        ["a status with trailers"] = stage => FailAsync(stage, _ => new RpcException(new Status(StatusCode.NotFound, "nothing"), new Metadata { { "hint", "look elsewhere" } })),
        ["a status with trailers that cannot be sent"] = stage =>
        {
            stage.TelemetryRecorder.TrailersAreSecret = true;
            return FailAsync(stage, _ => new RpcException(new Status(StatusCode.NotFound, "nothing"), Unsendable()));
        },
        ["a status with secrets in its trailers"] = stage =>
        {
            stage.TelemetryRecorder.TrailersAreSecret = true;
            return FailAsync(stage, seen => new RpcException(new Status(StatusCode.NotFound, "nothing"), seen));
        },
        ["trailers that cannot be sent"] = stage => AnswerAsync(stage, context =>
        {
            foreach (Metadata.Entry entry in Unsendable())
            {
                context.ResponseTrailers.Add(entry);
            }

            return Task.CompletedTask;
        }),
        ["raw headers that cannot be sent"] = stage => AnswerAsync(stage, context => context.WriteResponseHeadersAsync(Unsendable())),
        ["initial metadata added twice"] = stage => AnswerAsync(stage, context =>
        {
            context.AddInitialMetadata(Secrets.Full);
            context.AddInitialMetadata(Secrets.Full with { Text = Canary.Text + "2" });
            return Task.CompletedTask;
        }),
        ["initial metadata after it was sent"] = stage => AnswerAsync(stage, async context =>
        {
            await context.WriteInitialMetadataAsync(Secrets.Full);
            await context.WriteInitialMetadataAsync(Secrets.Full);
        }),
        ["raw request headers that cannot be sent"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(_ => throw new InvalidOperationException("It was sent."));
            foreach (Metadata.Entry entry in Unsendable())
            {
                await stage.CallAsync(stage.Connect(server), () => [entry]);
            }
        },
        ["nobody passes"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(_ => { }, map: app => app.MapGrpcService<Declared>().RequireAuthorization());
            await stage.CallAsync(stage.Connect(server), () => Secrets.Full);
        },
        ["a deadline that had passed when the call arrived"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(context => context.ReadRequestMetadata<Secrets>());
            Assert.Equal("4", (await SendAsync(stage, server, [.. Fields(Secrets.Full), new("grpc-timeout", "1n")])).GrpcStatus);
            Assert.Equal("13", (await SendAsync(stage, server, [.. Fields(Secrets.Full), new("grpc-timeout", "soon")])).GrpcStatus);
        },
        ["a deadline that passes while the handler runs"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(UntilCancelledAsync);
            using RunningCall call = RunningCall.Start(CallKind.Unary, stage.Connect(server), Secrets.Full, deadline: DateTime.UtcNow.AddMilliseconds(500));
            RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
            Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
            stage.TelemetryRecorder.Hear(exception);
        },
        ["a client that gives up"] = async stage =>
        {
            using CancellationTokenSource giveUp = new();
            EchoServer server = await stage.ServeAsync(async context =>
            {
                await giveUp.CancelAsync();
                await UntilCancelledAsync(context);
            });
            using RunningCall call = RunningCall.Start(CallKind.Duplex, stage.Connect(server), Secrets.Full, cancellation: giveUp.Token);
            stage.TelemetryRecorder.Hear(await Assert.ThrowsAsync<RpcException>(call.FinishAsync));
        },
        ["a server that dies"] = async stage =>
        {
            TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            EchoServer server = await stage.ServeAsync(async context =>
            {
                context.SetTrailingMetadata(context.ReadRequestMetadata<Secrets>());
                reached.SetResult();
                await UntilCancelledAsync(context);
            });
            using RunningCall call = RunningCall.Start(CallKind.Unary, stage.Connect(server), Secrets.Full);
            await reached.Task;
            await server.KillAsync();
            stage.TelemetryRecorder.Hear(await Assert.ThrowsAsync<RpcException>(call.FinishAsync));
        },
        ["nobody there"] = stage => stage.CallAsync(stage.Connect(new Uri("http://127.0.0.1:1")), () => Secrets.Full),
        ["a method that the service has not"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(_ => { });
            Assert.Equal("12", (await SendAsync(stage, server, Fields(Secrets.Full), "/echo.Echo/None")).GrpcStatus);
        },
        ["a request that is not gRPC's"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(_ => { });
            await SendAsync(stage, server, [.. Fields(Secrets.Full), new("content-type", "text/plain")]);
        },
        ["more than Kestrel takes"] = async stage =>
        {
            EchoServer server = await stage.ServeAsync(_ => { });
            Secrets large = Secrets.Full with { Bytes = _thirtyKibibytes };
            Assert.Equal(RawEnding.GoAway, (await SendAsync(stage, server, Fields(large))).Ending);
            using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { LoggerFactory = stage.TelemetryRecorder.Loggers }.UseTypedMetadata(options => options.MaxRequestMetadataSize = int.MaxValue));
            await stage.CallAsync(new Echo.EchoClient(Paths.CallsOf(channel)), () => large);
        },
        ["a context that is kept beyond its call"] = async stage =>
        {
            ServerCallContext? kept = null;
            EchoServer server = await stage.ServeAsync(context =>
            {
                context.ReadRequestMetadata<Secrets>();
                kept = context;
            });
            await stage.CallAsync(stage.Connect(server), () => Secrets.Full);
            await stage.HearAsync(() => Task.FromResult(kept!.ReadRequestMetadata<Secrets>()));
        },
    };

    private static Metadata Unsendable() => new()
    {
        { "authorization", Canary.Text + "\n" },
        { "x-text-a", Canary.Unicode },
        { "pass", Canary.Text + "\0" },
    };

    private static Task UntilCancelledAsync(ServerCallContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);

    private static async Task FailAsync(ScenarioHost stage, Func<Secrets, Exception> failure)
    {
        EchoServer server = await stage.ServeAsync(context => throw failure(context.ReadRequestMetadata<Secrets>()));
        await stage.CallAsync(stage.Connect(server), () => Secrets.Full);
    }

    private static async Task AnswerAsync(ScenarioHost stage, Func<ServerCallContext, Task> answer)
    {
        EchoServer server = await stage.ServeAsync(answer);
        await stage.CallAsync(stage.Connect(server), () => Secrets.Full);
    }
}
