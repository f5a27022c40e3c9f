using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers.Routes;

/// <summary>gRPC-Web over HTTP/1.1, whose trailers are the end of the body. It has no client streams.</summary>
public abstract class GrpcWebTests(GrpcWebMode mode) : RouteTests
{
    private protected override IReadOnlyList<CallKind> Kinds { get; } = [CallKind.Unary, CallKind.ServerStreaming];

    private protected override async Task<Route> OpenAsync(Func<ServerCallContext, Task> behaviour)
    {
        EchoServer server = await EchoServer.StartAsync(
            behaviour,
            pipeline: app => app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true }),
            listen: kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        GrpcWebHandler web = new(mode, new SocketsHttpHandler());
        return new Route(server, GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = web, HttpVersion = HttpVersion.Version11 }.UseTypedMetadata()));
    }
}

public sealed class BinaryGrpcWebTests() : GrpcWebTests(GrpcWebMode.GrpcWeb);

public sealed class TextGrpcWebTests() : GrpcWebTests(GrpcWebMode.GrpcWebText);
