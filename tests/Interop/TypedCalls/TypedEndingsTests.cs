using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.TypedCalls;

/// <summary>However a call ends, a typed client and a typed service see what raw ones do.</summary>
public sealed class TypedEndingsTests
{
    private const string NoMessage = "no message";

    private static readonly Caller _caller = new("acme", new byte[] { 1 });
    private static readonly Begin _begin = new("node", [1]);

    private static readonly Dictionary<string, Ending> _endings = new()
    {
        ["OK"] = new(SendInitialAsync),
        ["OK without a message"] = new(SendInitialAsync) { Text = "" },
        ["OK without initial metadata"] = new(_ => Task.CompletedTask),
        ["initial metadata with the first message"] = new(context =>
        {
            context.AddInitialMetadata(_begin);
            return Task.CompletedTask;
        }),
        ["status after headers"] = new(async context =>
        {
            await SendInitialAsync(context);
            context.SetTrailingMetadata(TypedEchoService.End);
            throw new RpcException(new Status(StatusCode.Aborted, "after headers"));
        }),
        ["Trailers-Only"] = new(context =>
        {
            context.SetTrailingMetadata(TypedEchoService.End);
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "at once"));
        }),
        ["exception of the handler"] = new(_ => throw new InvalidOperationException("broken")),
        ["metadata error of the handler"] = new(context => context.WriteInitialMetadataAsync(_begin with { Node = "a\nb" })),
        ["status that the handler sets"] = new(async context =>
        {
            await SendInitialAsync(context);
            context.Status = new Status(StatusCode.DataLoss, "set");
        }),
        ["rejection"] = new(_ => Task.CompletedTask) { Headers = new Metadata { { "tenant-id", "acme" } } },
        ["HTTP error"] = new(_ => Task.CompletedTask)
        {
            Pipeline = app => app.Run(http =>
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            }),
        },
        ["deadline"] = new(WaitAsync) { Deadline = TimeSpan.FromMilliseconds(150) },
        ["deadline that had passed"] = new(WaitAsync) { Deadline = TimeSpan.FromMilliseconds(-1) },
        ["cancellation by the client"] = new(SendInitialAndWaitAsync) { DuringAsync = async run => await run.Cancellation.CancelAsync() },
        ["cancellation by the server"] = new(async context =>
        {
            await SendInitialAsync(context);
            throw new RpcException(new Status(StatusCode.Cancelled, "by the server"));
        }),
        ["disposal before the end"] = new(SendInitialAndWaitAsync)
        {
            DuringAsync = run =>
            {
                run.Call.Dispose();
                return Task.CompletedTask;
            },
        },
        ["lost connection"] = new(async context =>
        {
            await SendInitialAsync(context);
            context.GetHttpContext().Abort();
            await WaitAsync(context);
        }),
        ["retry"] = new(FailTheFirstAsync) { Configure = options => options.ServiceConfig = new ServiceConfig { MethodConfigs = { Retrying } } },
        ["hedge"] = new(FailTheFirstAsync) { Configure = options => options.ServiceConfig = new ServiceConfig { MethodConfigs = { Hedging } } },
    };

    private static MethodConfig Retrying => new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new RetryPolicy { MaxAttempts = 3, InitialBackoff = TimeSpan.FromMilliseconds(1), MaxBackoff = TimeSpan.FromMilliseconds(1), BackoffMultiplier = 1, RetryableStatusCodes = { StatusCode.Unavailable } },
    };

    private static MethodConfig Hedging => new()
    {
        Names = { MethodName.Default },
        HedgingPolicy = new HedgingPolicy { MaxAttempts = 2, HedgingDelay = TimeSpan.FromSeconds(5), NonFatalStatusCodes = { StatusCode.Unavailable } },
    };

    public static TheoryData<string, CallKind> Rows()
    {
        TheoryData<string, CallKind> rows = [];
        foreach (string ending in _endings.Keys)
        {
            foreach (CallKind kind in Enum.GetValues<CallKind>())
            {
                // A hedged call that streams requests, and whose first attempt fails at once, sometimes never ends: on a plain channel of grpc-dotnet too, so nothing could be compared.
                if (ending != "hedge" || kind is CallKind.Unary or CallKind.ServerStreaming)
                {
                    rows.Add(ending, kind);
                }
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Typed_ends_have_the_outcome_of_raw_ones(string name, CallKind kind)
    {
        Ending ending = _endings[name];
        Outcome raw = await RunAsync(ending, kind, typedClient: false, typedService: false);
        Assert.Equal(raw, await RunAsync(ending, kind, typedClient: true, typedService: true));
        Assert.Equal(raw, await RunAsync(ending, kind, typedClient: true, typedService: false));
        Assert.Equal(raw, await RunAsync(ending, kind, typedClient: false, typedService: true));
    }

    private static async Task<Outcome> RunAsync(Ending ending, CallKind kind, bool typedClient, bool typedService)
    {
        await using EchoServer server = await EchoServer.StartAsync(
            ending.HandleAsync,
            afterMessages: context =>
            {
                context.SetTrailingMetadata(TypedEchoService.End);
                return Task.CompletedTask;
            },
            pipeline: ending.Pipeline,
            map: app =>
            {
                if (typedService)
                {
                    app.MapGrpcService<TypedEchoService>();
                }
                else
                {
                    app.MapGrpcService<RawEchoService>();
                }
            });
        GrpcChannelOptions options = new GrpcChannelOptions().UseTypedMetadata();
        ending.Configure?.Invoke(options);
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, options);
        using CancellationTokenSource cancellation = new();
        return typedClient
            ? await RunTypedAsync(ending, kind, new EchoCalls(ending.Headers is null ? Paths.CallsOf(channel) : Paths.CallsOf(channel).Intercept(new Withholding())), cancellation)
            : await RunRawAsync(ending, kind, new Echo.EchoClient(Paths.CallsOf(channel)), cancellation);
    }

    private static async Task<Outcome> RunTypedAsync(Ending ending, CallKind kind, EchoCalls client, CancellationTokenSource cancellation)
    {
        Deadline deadline = ending.Deadline is TimeSpan after ? Deadline.After(after) : default;
        using TypedRunningCall call = TypedRunningCall.Start(kind, client, _caller, ending.Text, deadline, cancellation.Token);
        return await OutcomeAsync(ending, new Run(call.Call, cancellation), call.InitialAsync, call.FinishAsync, call.Trailing);
    }

    private static async Task<Outcome> RunRawAsync(Ending ending, CallKind kind, Echo.EchoClient client, CancellationTokenSource cancellation)
    {
        DateTime? deadline = ending.Deadline is TimeSpan after ? DateTime.UtcNow + after : null;
        using RunningCall call = RunningCall.Start(kind, client, ending.Headers ?? _caller, ending.Text, deadline, cancellation.Token);
        return await OutcomeAsync(ending, new Run(call.Call, cancellation), () => call.Initial.ReadAsync<Begin>(), call.FinishAsync, () => call.Trailing.Read<End>());
    }

    private static async Task<Outcome> OutcomeAsync(Ending ending, Run run, Func<Task<Begin>> initialAsync, Func<Task<string?>> finishAsync, Func<End> trailing)
    {
        string initial = "";
        if (ending.DuringAsync is not null)
        {
            initial = await TextAsync(async () => (await initialAsync()).ToString());
            await ending.DuringAsync(run);
        }

        string response = await TextAsync(async () => await finishAsync() ?? NoMessage);
        if (ending.DuringAsync is null)
        {
            initial = await TextAsync(async () => (await initialAsync()).ToString());
        }

        // What a failed call sent with its status, its exception has.
        string sent = response is not ("hello" or "" or NoMessage) ? "" : await TextAsync(() => Task.FromResult(trailing().ToString()));
        return new Outcome(initial, response, sent);
    }

    private static async Task<string> TextAsync(Func<Task<string>> runAsync)
    {
        try
        {
            return await runAsync();
        }
        catch (RpcException failure)
        {
            // Which of these a call ends with that is torn down, and whose words it has, is a race in grpc-dotnet.
            bool isRace = failure.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled or StatusCode.DeadlineExceeded;
            string status = !isRace ? failure.Status.ToString() : failure.StatusCode == StatusCode.DeadlineExceeded ? "too late" : "torn down";
            return $"RpcException {status} {(failure.TrailingMetadata().TryRead(out End? end) ? end : null)}";
        }
        catch (MetadataException failure)
        {
            return "MetadataException " + failure.Message;
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
        catch (ObjectDisposedException)
        {
            return "disposed";
        }
    }

    private static Task SendInitialAsync(ServerCallContext context) => context.WriteInitialMetadataAsync(_begin);

    private static async Task SendInitialAndWaitAsync(ServerCallContext context)
    {
        await SendInitialAsync(context);
        await WaitAsync(context);
    }

    private static Task WaitAsync(ServerCallContext context) => Task.Delay(Timeout.Infinite, context.CancellationToken);

    private static Task FailTheFirstAsync(ServerCallContext context)
    {
        if (context.RequestHeaders.GetValue("grpc-previous-rpc-attempts") is null)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "the first attempt"));
        }

        context.AddInitialMetadata(_begin);
        return Task.CompletedTask;
    }

    /// <summary>How a call comes to its end.</summary>
    /// <param name="HandleAsync">What the handler does before it answers.</param>
    private sealed record Ending(Func<ServerCallContext, Task> HandleAsync)
    {
        internal string Text { get; init; } = "hello";

        /// <summary>What the call sends in place of its record.</summary>
        internal Metadata? Headers { get; init; }

        internal TimeSpan? Deadline { get; init; }

        internal Action<WebApplication>? Pipeline { get; init; }

        internal Action<GrpcChannelOptions>? Configure { get; init; }

        /// <summary>What the client does once the headers have come.</summary>
        internal Func<Run, Task>? DuringAsync { get; init; }
    }

    private sealed record Run(IDisposable Call, CancellationTokenSource Cancellation);

    private sealed record Outcome(string Initial, string Response, string Trailing);

    /// <summary>The raw service with the same contract, which sets the trailing metadata itself.</summary>
    [RequestMetadata<Caller>]
    private sealed class RawEchoService(Behaviour behaviour) : EchoService(behaviour with
    {
        RunAsync = async context =>
        {
            await behaviour.RunAsync(context);
            await behaviour.AfterMessagesAsync(context);
        },
    });
}
