using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>An interceptor completes what the client sent, and keys that libraries share with the application.</summary>
public sealed class RequestCompletionTests
{
    [Fact]
    public async Task Record_that_an_interceptor_sets_is_seen_by_contract_handler_accessor_and_propagation()
    {
        List<string> seen = [];
        await using SeenHeaders second = await SeenHeaders.StartAsync();
        await using EchoServer first = await EchoServer.StartAsync(
            async context =>
            {
                IServiceProvider services = context.GetHttpContext().RequestServices;
                seen.Add(context.ReadRequestMetadata<Correlated>().CorrelationId);
                seen.Add(services.GetRequiredService<IRequestMetadataAccessor<Correlated>>().Read().CorrelationId);
                seen.Add(context.RequestHeaders.GetValue("correlation-id")!);
                await services.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoMessage());
            },
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.Configure<GrpcServiceOptions>(options => options.Interceptors.Add<Completing>());
                grpc.Services.AddGrpcClient<Echo.EchoClient>(options => options.Address = second.Url).PropagateRequestMetadata<Correlated>();
            },
            map: app => app.MapGrpcService<Correlating>());
        await first.Client.UnaryAsync(new EchoMessage(), new Metadata { { "x-old-correlation", "of the client" } });
        Assert.Equal(["made here", "made here", "made here"], seen);
        Assert.Equal("made here", second.Value("correlation-id"));
    }

    [Fact]
    public async Task Record_that_was_read_before_is_read_anew()
    {
        List<string> seen = [];
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            seen.Add(context.ReadRequestMetadata<Correlated>().CorrelationId);
            context.SetRequestMetadata(new Correlated("second"));
            seen.Add(context.ReadRequestMetadata<Correlated>().CorrelationId);
            Assert.Throws<MetadataException>(() => context.SetRequestMetadata(new Correlated("bad\n")));
            seen.Add(context.ReadRequestMetadata<Correlated>().CorrelationId);
            return Task.CompletedTask;
        }, map: app => app.MapGrpcService<Correlating>());
        await server.Client.UnaryAsync(new EchoMessage(), new Correlated("first"));
        Assert.Equal(["first", "second", "second"], seen);
    }

    [Theory]
    [EveryCallKind]
    public async Task User_agent_of_a_record_is_added_to_the_librarys(CallKind kind)
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        using RunningCall call = RunningCall.Start(kind, server.Server.Client, new Named("mine/1.0"));
        await call.FinishAsync();
        string agent = server.Value("user-agent")!;
        Assert.StartsWith("grpc-dotnet/", agent, StringComparison.Ordinal);
        Assert.EndsWith(" mine/1.0", agent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compression_that_a_record_asks_for_is_used()
    {
        await using SeenHeaders server = await SeenHeaders.StartAsync();
        await server.Server.Client.UnaryAsync(new EchoMessage { Text = "hello" }, new Compressed("gzip"));
        Assert.Equal(("gzip", null), (server.Value("grpc-encoding"), server.Value("grpc-internal-encoding-request")));
    }

    [RequestMetadata<Correlated>]
    private sealed class Correlating(Behaviour behaviour) : EchoService(behaviour);

    private sealed class Completing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            context.SetRequestMetadata(new Correlated("made here"));
            return continuation(request, context);
        }
    }
}

[GrpcMetadata]
public sealed partial record Correlated([MetadataKey(Aliases = ["x-old-correlation"])] string CorrelationId);

[GrpcMetadata]
public sealed partial record Named(string UserAgent);

[GrpcMetadata]
public sealed partial record Compressed([MetadataKey("grpc-internal-encoding-request")] string Encoding);
