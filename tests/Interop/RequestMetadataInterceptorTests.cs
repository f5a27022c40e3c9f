using System.Buffers.Binary;
using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>A record on every call of a channel.</summary>
public sealed class RequestMetadataInterceptorTests
{
    [Theory]
    [EveryCallKind]
    public async Task Every_kind_of_call_carries_it_and_what_was_given_stands(CallKind kind)
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        Echo.EchoClient client = new(server.Server.Channel.Intercept(new RequestMetadataInterceptor<Caller>(() => new Caller("default", new byte[] { 1 }) { Attempt = 3 })));
        Metadata given = new() { { "tenant-id", "given" }, { "other", "stays" } };
        using RunningCall call = RunningCall.Start(kind, client, given);
        Assert.Equal("hello", await call.FinishAsync());

        Assert.Equal(("given", "AQ", "3", "stays"), (server.Value("tenant-id"), server.Value("token-bin"), server.Value("attempt"), server.Value("other")));
        Assert.Equal(["tenant-id", "other"], given.Select(entry => entry.Key));
    }

    [Fact]
    public async Task Blocking_call_carries_it_too()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        Echo.EchoClient client = new(server.Server.Channel.Intercept(new RequestMetadataInterceptor<Caller>(() => new Caller("default", new byte[] { 1 }))));
        Assert.Equal("hello", client.Unary(new EchoMessage { Text = "hello" }, Metadata.Empty).Text);
        Assert.Equal("default", server.Value("tenant-id"));
        Assert.Empty(Metadata.Empty);
    }

    [Fact]
    public async Task No_key_comes_twice_in_1000_calls_that_are_all_retried()
    {
        ConcurrentBag<int> answered = [];
        await using SeenHeaders server = await SeenHeaders.StartAsync(
            context =>
            {
                Caller caller = context.ReadRequestMetadata<Caller>();
                if (!context.GetHttpContext().Request.Headers.ContainsKey("grpc-previous-rpc-attempts"))
                {
                    throw new RpcException(new Status(StatusCode.Unavailable, "not yet"));
                }

                answered.Add(BinaryPrimitives.ReadInt32BigEndian(caller.Token.Span));
            },
            app => app.Use(ReceiveAllAsync));
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { ServiceConfig = Retrying() }.UseTypedMetadata());
        int next = 0;
        Echo.EchoClient client = new(channel.Intercept(new RequestMetadataInterceptor<Caller>(() => new Caller("acme", Bytes(Interlocked.Increment(ref next))))));
        Metadata shared = new() { { "attempt", "7" }, { "own", "x" } };
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            using RunningCall call = RunningCall.Start((CallKind)(number % 4), client, shared);
            Assert.Equal("hello", await call.FinishAsync());
        });

        Assert.Equal(2000, server.Requests.Count);
        Assert.All(server.Requests, request =>
        {
            Assert.All(request, field => Assert.Single(field.Value));
            Assert.Equal(("acme", "7", "x", 6), (request["tenant-id"][0], request["attempt"][0], request["own"][0], request["token-bin"][0].Length));
        });
        Assert.Equal(Enumerable.Range(1, 1000), answered.Order());
        Assert.Equal(["attempt", "own"], shared.Select(entry => entry.Key));
    }

    // A call that fails while its first message is being written can throw out of Grpc.Net.Client's retries.
    private static async Task ReceiveAllAsync(HttpContext http, RequestDelegate next)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        body.Position = 0;
        http.Request.Body = body;
        await next(http);
    }

    private static byte[] Bytes(int number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static ServiceConfig Retrying() => new()
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = 5,
                    InitialBackoff = TimeSpan.FromMilliseconds(1),
                    MaxBackoff = TimeSpan.FromMilliseconds(1),
                    BackoffMultiplier = 1,
                    RetryableStatusCodes = { StatusCode.Unavailable },
                },
            },
        },
    };
}
