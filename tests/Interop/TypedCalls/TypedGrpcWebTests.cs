using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.TypedCalls;

/// <summary>Typed calls over gRPC-Web.</summary>
public sealed class TypedGrpcWebTests
{
    [Theory]
    [InlineData(CallKind.Unary)]
    [InlineData(CallKind.ServerStreaming)]
    public async Task Grpc_Web_works(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(
            context => context.WriteInitialMetadataAsync(new Begin("node", [1])),
            pipeline: app => app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true }),
            map: app => app.MapGrpcService<TypedEchoService>());
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = new GrpcWebHandler(GrpcWebMode.GrpcWeb, new HttpClientHandler()), HttpVersion = new Version(2, 0) }.UseTypedMetadata());
        using TypedRunningCall call = TypedRunningCall.Start(kind, new EchoCalls(channel), new Caller("acme", new byte[] { 1 }));
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(("node", 7), ((await call.InitialAsync()).Node, call.Trailing().Rows));
    }
}
