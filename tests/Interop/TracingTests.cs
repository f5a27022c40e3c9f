using System.Diagnostics;
using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Keys that are recorded on the activities of both ends.</summary>
public sealed class TracingTests : IDisposable
{
    private const string Clients = "TypedMetadata.Interop.Clients";

    private static readonly ActivitySource _clients = new(Clients);

    private readonly List<Activity> _servers = [];
    private readonly ActivityListener _listener;

    public TracingTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or Clients,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (_servers)
                {
                    if (activity.Source.Name != Clients)
                    {
                        _servers.Add(activity);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Theory]
    [EveryCallKind]
    public async Task Both_ends_record_traced_keys_of_every_position(CallKind kind)
    {
        await using EchoServer server = await StartAsync(_ => { });
        (Activity client, Exception? failure) = await CallAsync(server, kind);
        Assert.Null(failure);
        foreach (Activity activity in new[] { client, await ServerAsync(client) })
        {
            Assert.Equal(["blue"], Assert.IsType<string[]>(activity.GetTagItem("rpc.request.metadata.trace-color")));
            Assert.Equal(["7"], Assert.IsType<string[]>(activity.GetTagItem("shop.attempt")));
            Assert.Equal(["north"], Assert.IsType<string[]>(activity.GetTagItem("rpc.response.metadata.trace-node")));
            Assert.Equal(["12"], Assert.IsType<string[]>(activity.GetTagItem("rpc.response.metadata.trace-rows")));
            AssertNothingElse(activity);
        }
    }

    [Theory]
    [EveryCallKind]
    public async Task Failed_call_records_its_trailers(CallKind kind)
    {
        await using EchoServer server = await StartAsync(_ => throw new RpcException(new Status(StatusCode.NotFound, "")));
        (Activity client, Exception? failure) = await CallAsync(server, kind);
        Assert.IsType<RpcException>(failure);
        foreach (Activity activity in new[] { client, await ServerAsync(client) })
        {
            Assert.Equal(["blue"], Assert.IsType<string[]>(activity.GetTagItem("rpc.request.metadata.trace-color")));
            Assert.Equal(["12"], Assert.IsType<string[]>(activity.GetTagItem("rpc.response.metadata.trace-rows")));
            AssertNothingElse(activity);
        }
    }

    [Fact]
    public async Task Activity_of_an_incoming_call_does_not_record_the_outgoing_one()
    {
        await using EchoServer server = await StartAsync(_ => { });
        using Activity incoming = _clients.StartActivity("incoming", ActivityKind.Server)!;
        await server.Client.UnaryAsync(new EchoMessage(), new TracedCaller("blue", 7, "hidden", "hidden"));
        Assert.Null(incoming.GetTagItem("rpc.request.metadata.trace-color"));
    }

    public void Dispose() => _listener.Dispose();

    private static Task<EchoServer> StartAsync(Action<ServerCallContext> end) => EchoServer.StartAsync(context =>
    {
        context.AddInitialMetadata(new TracedBegin("north"));
        context.SetTrailingMetadata(new TracedEnd(12));
        end(context);
    });

    private static void AssertNothingElse(Activity activity)
    {
        foreach (KeyValuePair<string, object?> tag in activity.TagObjects.Where(tag => tag.Value is string[]))
        {
            Assert.DoesNotContain("hidden", (string[])tag.Value!);
        }
    }

    private static async Task<(Activity Client, Exception? Failure)> CallAsync(EchoServer server, CallKind kind)
    {
        using Activity client = _clients.StartActivity("client", ActivityKind.Client)!;
        using RunningCall call = RunningCall.Start(kind, server.Client, new TracedCaller("blue", 7, "hidden", "hidden"));
        return (client, await Record.ExceptionAsync(call.FinishAsync));
    }

    // The server's activity ends after its response has gone.
    private async Task<Activity> ServerAsync(Activity client)
    {
        while (true)
        {
            lock (_servers)
            {
                if (_servers.Find(one => one.TraceId == client.TraceId) is Activity found)
                {
                    return found;
                }
            }

            await Task.Delay(10);
        }
    }
}

[GrpcMetadata]
public sealed partial record TracedCaller(
    [MetadataKey("trace-color", Traced = true)] string Color,
    [MetadataKey("trace-attempt", Traced = true, TraceAs = "shop.attempt")] int Attempt,
    [MetadataKey("trace-hidden", Sensitive = true)] string Secret,
    [MetadataKey("trace-vetoed", Traced = true)] string SecretElsewhere,
    [MetadataKey("trace-old-name", Traced = true)] string SecretByAnotherName = "hidden",
    [MetadataKey("trace-all-one", Traced = true)] string SecretByPrefix = "hidden");

/// <summary>A record that nobody uses and that calls keys secrets which another record traces.</summary>
[GrpcMetadata]
public sealed partial record TracedCallersSecret(
    [MetadataKey("trace-vetoed", Sensitive = true)] string Secret,
    [MetadataKey("trace-new-name", Sensitive = true, Aliases = ["trace-old-name"])] string Renamed,
    [MetadataPrefix("trace-all-", Sensitive = true)] IReadOnlyDictionary<string, string> All);

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record TracedBegin([MetadataKey("trace-node", Traced = true)] string Node);

[GrpcMetadata(MetadataPositions.Trailing)]
public sealed partial record TracedEnd([MetadataKey("trace-rows", Traced = true)] int Rows);
