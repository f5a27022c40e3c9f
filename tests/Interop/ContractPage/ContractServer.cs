using System.Net;
using System.Text.Json;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.ContractPage;

/// <summary>A server with a page of its contract, and a client of HTTP that asks for it.</summary>
internal sealed class ContractServer : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly WebApplication _app;

    private ContractServer(EchoServer server, WebApplication app)
    {
        Server = server;
        _app = app;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(server.Url),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    internal EchoServer Server { get; }

    /// <summary>Starts a server with the services of this folder.</summary>
    /// <param name="configure">Sets the page's options.</param>
    /// <param name="conventions">Sets up the page's endpoints.</param>
    /// <param name="environment">The server's environment.</param>
    /// <param name="log">Takes warnings and what is said of the page.</param>
    /// <param name="pipeline">Middleware in front of gRPC.</param>
    internal static async Task<ContractServer> StartAsync(
        Action<MetadataPageOptions>? configure = null,
        Action<IEndpointConventionBuilder>? conventions = null,
        string environment = "Development",
        ILoggerProvider? log = null,
        Action<WebApplication>? pipeline = null)
    {
        WebApplication? mapped = null;
        EchoServer server = await EchoServer.StartAsync(
            _ => Task.CompletedTask,
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddAuthorizationBuilder().AddPolicy("everyone", policy => policy.RequireAssertion(_ => true));
                if (log is not null)
                {
                    grpc.Services.AddSingleton(log);
                }
            },
            app =>
            {
                app.Services.GetRequiredService<IHostEnvironment>().EnvironmentName = environment;
                pipeline?.Invoke(app);
            },
            map: app =>
            {
                app.MapGrpcService<LedgerService>();
                app.MapGrpcService<TypedLedgerService>();
                app.MapGrpcService<PlainService>();
                app.MapGrpcService<EagerService>();
                mapped = app;
                IEndpointConventionBuilder page = app.MapTypedMetadata("/typed-metadata", configure);
                conventions?.Invoke(page);
            });
        return new ContractServer(server, mapped!);
    }

    /// <summary>Maps another page of the server, which runs already.</summary>
    internal void Map(Action<MetadataPageOptions> configure) => _app.MapTypedMetadata("/late", configure);

    internal Task<HttpResponseMessage> SendAsync(string path, HttpMethod? method = null) => _http.SendAsync(new HttpRequestMessage(method ?? HttpMethod.Get, path) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact });

    /// <summary>The text at a path that is there.</summary>
    internal async Task<string> GetAsync(string path)
    {
        using HttpResponseMessage response = await SendAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    internal async Task<JsonElement> ContractAsync() => JsonDocument.Parse(await GetAsync("/typed-metadata/contract.json")).RootElement;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
