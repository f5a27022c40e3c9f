using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.TestHost;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>What stands beside a service in most applications: health, reflection, resilience handlers, the server in memory, the client of Grpc.Core.</summary>
public sealed class HostingTests
{
    private static readonly Caller _caller = new("acme", new byte[] { 1 });

    [Fact]
    public async Task Health_and_reflection_answer()
    {
        await using EchoServer server = await EchoServer.StartAsync(
            _ => Task.CompletedTask,
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddGrpcHealthChecks();
                grpc.Services.AddGrpcReflection();
            },
            map: app =>
            {
                app.MapGrpcService<ContractTests.Declared>();
                app.MapGrpcHealthChecksService();
                app.MapGrpcReflectionService();
            });
        CallInvoker calls = Paths.CallsOf(server.Channel);
        HealthCheckResponse health = await new Health.HealthClient(calls).CheckAsync(new HealthCheckRequest());
        Assert.NotEqual(HealthCheckResponse.Types.ServingStatus.NotServing, health.Status);

        using AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> reflection = new ServerReflection.ServerReflectionClient(calls).ServerReflectionInfo();
        await reflection.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        Assert.True(await reflection.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Contains(reflection.ResponseStream.Current.ListServicesResponse.Service, service => service.Name == "echo.Echo");
        await reflection.RequestStream.CompleteAsync();
    }

    [Theory]
    [EveryCallKind]
    public async Task Standard_resilience_handler_leaves_metadata_alone(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteInitialMetadataAsync(new Begin(context.ReadRequestMetadata<Caller>().TenantId, [1]));
            context.SetTrailingMetadata(new End(7));
        });
        ServiceCollection services = new();
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = new Uri(server.Url)).AddRequestMetadata(_ => _caller).AddStandardResilienceHandler();
        await using ServiceProvider provider = services.BuildServiceProvider();
        using RunningCall call = RunningCall.Start(kind, provider.GetRequiredService<Echo.EchoClient>());
        Assert.Equal("acme", (await call.Initial.ReadAsync<Begin>()).Node);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(7, call.Trailing.Read<End>().Rows);
    }

    [Theory]
    [EveryCallKind]
    public async Task Test_server_in_memory_carries_all_positions(CallKind kind)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(new Behaviour(
            async context =>
            {
                Assert.Equal(PeerKind.Unknown, context.GetPeer().Kind);
                await context.WriteInitialMetadataAsync(new Begin(context.ReadRequestMetadata<Caller>().TenantId, [1]));
                context.SetTrailingMetadata(new End(7));
            },
            _ => Task.CompletedTask));
        builder.Services.AddGrpc().AddTypedMetadata();
        await using WebApplication app = builder.Build();
        app.MapGrpcService<EchoService>();
        await app.StartAsync();

        TestServer memory = app.GetTestServer();
        using GrpcChannel channel = GrpcChannel.ForAddress(memory.BaseAddress, new GrpcChannelOptions { HttpHandler = memory.CreateHandler() }.UseTypedMetadata());
        using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(Paths.CallsOf(channel)), _caller);
        Assert.Equal("acme", (await call.Initial.ReadAsync<Begin>()).Node);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(7, call.Trailing.Read<End>().Rows);

        using RunningCall refused = RunningCall.Start(kind, new Echo.EchoClient(Paths.CallsOf(channel)));
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(refused.FinishAsync)).StatusCode);
    }

    [Theory]
    [EveryCallKind]
    public async Task Client_of_Grpc_Core_sends_and_reads_records(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            await context.WriteInitialMetadataAsync(new Begin(context.ReadRequestMetadata<Caller>().TenantId, [1]));
            context.SetTrailingMetadata(new End(7) { Digest = [1, 2] });
        });
        Channel channel = new("127.0.0.1", server.Port, ChannelCredentials.Insecure, [new ChannelOption("grpc.enable_http_proxy", 0)]);
        try
        {
            using RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(channel), _caller, deadline: DateTime.UtcNow.AddSeconds(20));
            Assert.Equal("hello", await call.FinishAsync());
            Assert.Equal("acme", (await call.Initial.ReadAsync<Begin>()).Node);
            Assert.Equal([1, 2], call.Trailing.Read<End>().Digest);
        }
        finally
        {
            await channel.ShutdownAsync();
        }
    }
}
