using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace TypedMetadata.Interop.Server;

/// <summary>A Kestrel server of HTTP/2 on a free loopback port, with one channel to it.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lazy<GrpcChannel> _channel;

    private EchoServer(WebApplication app)
    {
        _app = app;
        _channel = new(NewChannel);
    }

    internal string Url => _app.Urls.Single();

    internal IServiceProvider Services => _app.Services;

    internal int Port => new Uri(Url).Port;

    /// <summary>A channel with <c>UseTypedMetadata()</c>.</summary>
    internal GrpcChannel Channel => _channel.Value;

    internal Echo.EchoClient Client => new(Paths.CallsOf(Channel));

    /// <summary>Starts a server whose calls run the behaviour.</summary>
    internal static Task<EchoServer> StartAsync(Action<ServerCallContext> behaviour) => StartAsync(context =>
    {
        behaviour(context);
        return Task.CompletedTask;
    });

    /// <summary>Starts a server whose calls run the behaviour.</summary>
    /// <param name="behaviour">What every call does before it answers.</param>
    /// <param name="configure">Sets up gRPC; by default with typed metadata.</param>
    /// <param name="pipeline">Middleware in front of gRPC.</param>
    /// <param name="afterMessages">What every streaming call does after its last message.</param>
    /// <param name="guarded">Whether every call is rejected with HTTP 401.</param>
    /// <param name="map">Maps a service of the test's own.</param>
    /// <param name="listen">Where Kestrel listens; by default on a free port of 127.0.0.1.</param>
    internal static async Task<EchoServer> StartAsync(
        Func<ServerCallContext, Task> behaviour,
        Action<IGrpcServerBuilder>? configure = null,
        Action<WebApplication>? pipeline = null,
        bool guarded = false,
        Func<ServerCallContext, Task>? afterMessages = null,
        Action<KestrelServerOptions>? listen = null,
        Action<WebApplication>? map = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.WebHost.ConfigureKestrel(listen ?? (kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0)));
        builder.Services.AddSingleton(new Behaviour(behaviour, afterMessages ?? (_ => Task.CompletedTask)));
        builder.Services.AddAuthentication(RejectingAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, RejectingAuthentication>(RejectingAuthentication.SchemeName, null);
        builder.Services.AddAuthorization();
        builder.Services.AddRequestMetadataAccessor();
        IGrpcServerBuilder grpc = builder.Services.AddGrpc();
        (configure ?? (grpc => grpc.AddTypedMetadata()))(grpc);
        Paths.Bind(grpc);

        WebApplication app = builder.Build();
        pipeline?.Invoke(app);
        app.UseAuthentication();
        app.UseAuthorization();
        if (map is not null)
        {
            map(app);
        }
        else if (guarded)
        {
            app.MapGrpcService<GuardedEchoService>();
        }
        else
        {
            app.MapGrpcService<EchoService>();
        }

        await app.StartAsync();
        return new EchoServer(app);
    }

    internal GrpcChannel NewChannel() => GrpcChannel.ForAddress(Url, new GrpcChannelOptions().UseTypedMetadata());

    /// <summary>Ends the server and every call that it serves, now.</summary>
    internal async Task KillAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel.IsValueCreated)
        {
            Channel.Dispose();
        }

        await _app.DisposeAsync();
    }
}
