using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Server;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace TypedMetadata.Interop.Peers.Routes;

/// <summary>Through YARP.</summary>
public sealed class YarpTests : RouteTests
{
    private protected override async Task<Route> OpenAsync(Func<ServerCallContext, Task> behaviour)
    {
        EchoServer server = await EchoServer.StartAsync(behaviour);
        WebApplication proxy = await StartProxyAsync(server.Url);
        return new Route(server, GrpcChannel.ForAddress(proxy.Urls.Single(), new GrpcChannelOptions().UseTypedMetadata()), proxy);
    }

    private static async Task<WebApplication> StartProxyAsync(string server)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        RouteConfig everything = new() { RouteId = "everything", ClusterId = "server", Match = new RouteMatch { Path = "/{**rest}" } };
        ClusterConfig cluster = new()
        {
            ClusterId = "server",
            Destinations = new Dictionary<string, DestinationConfig> { ["server"] = new() { Address = server } },
            HttpRequest = new ForwarderRequestConfig { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact },
        };
        builder.Services.AddReverseProxy().LoadFromMemory([everything], [cluster]);

        WebApplication app = builder.Build();
        app.MapReverseProxy();
        await app.StartAsync();
        return app;
    }
}
