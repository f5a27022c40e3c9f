using System.Net;
using System.Text.RegularExpressions;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Canaries;

/// <summary>Servers and clients of one scenario, with all logs and detailed errors on.</summary>
/// <param name="watch">Hears all they say.</param>
/// <param name="withFactory">Whether clients come from the client factory, which logs headers.</param>
internal sealed class ScenarioHost(TelemetryRecorder watch, bool withFactory) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _props = new();

    internal TelemetryRecorder TelemetryRecorder { get; } = watch;

    internal Task<EchoServer> ServeAsync(Action<ServerCallContext> behaviour, Action<IGrpcServerBuilder>? more = null, Action<WebApplication>? map = null, Action<WebApplication>? pipeline = null) =>
        ServeAsync(
            context =>
            {
                behaviour(context);
                return Task.CompletedTask;
            },
            more,
            map,
            pipeline);

    internal async Task<EchoServer> ServeAsync(Func<ServerCallContext, Task> behaviour, Action<IGrpcServerBuilder>? more = null, Action<WebApplication>? map = null, Action<WebApplication>? pipeline = null)
    {
        EchoServer server = await EchoServer.StartAsync(
            behaviour,
            grpc =>
            {
                grpc.Services.AddLogging(TelemetryRecorder.Configure);
                grpc.Services.AddSingleton(TelemetryRecorder);
                grpc.Services.Configure<GrpcServiceOptions>(options =>
                {
                    options.EnableDetailedErrors = true;
                    options.Interceptors.Add<LoggingInterceptor>();
                });
                grpc.AddTypedMetadata(options => options.MaxResponseMetadataSize = 16 * 1024);
                more?.Invoke(grpc);
            },
            app =>
            {
                pipeline?.Invoke(app);
                app.MapTypedMetadata(configure: options =>
                {
                    options.RecentCalls = 100;
                    options.AllowAnonymousInProduction();
                });
            },
            map: map);
        _props.Push(server);
        if (pipeline is null)
        {
            _props.Push(new LiveView(server.Url, TelemetryRecorder));
        }

        return server;
    }

    /// <summary>A client of the kind that the scenario is about.</summary>
    internal Echo.EchoClient Connect(EchoServer server) => Connect(new Uri(server.Url));

    internal Echo.EchoClient Connect(Uri url, Action<IHttpClientBuilder>? more = null)
    {
        if (!withFactory && more is null)
        {
            GrpcChannel channel = GrpcChannel.ForAddress(url, new GrpcChannelOptions { LoggerFactory = TelemetryRecorder.Loggers }.UseTypedMetadata(options => options.MaxRequestMetadataSize = 16 * 1024));
            _props.Push(new Prop(channel));
            return new Echo.EchoClient(Paths.CallsOf(channel));
        }

        ServiceCollection services = new();
        services.AddLogging(TelemetryRecorder.Configure);
        IHttpClientBuilder client = services.AddGrpcClient<Echo.EchoClient>(options => options.Address = url);
        Show(client).ConfigureChannel(options => options.UseTypedMetadata(typed => typed.MaxRequestMetadataSize = 16 * 1024));
        more?.Invoke(client);
        ServiceProvider provider = services.BuildServiceProvider();
        _props.Push(provider);
        return provider.GetRequiredService<Echo.EchoClient>();
    }

    /// <summary>Has the factory log all headers but the records' secrets.</summary>
    internal static IHttpClientBuilder Show(IHttpClientBuilder client) => client
        .RedactLoggedHeaders([])
        .AddRequestMetadata<Secrets>(_ => null)
        .AddRequestMetadata<HostileInside>(_ => null)
        .AddRequestMetadata<HostileBinary>(_ => null);

    /// <summary>Makes a call of every kind, blocking too, and hears what is said of its end.</summary>
    /// <param name="client">Of a server of the scenario.</param>
    /// <param name="headers">What goes with each call.</param>
    /// <param name="ended">What to do at the end of a call that succeeded.</param>
    internal async Task CallAsync(Echo.EchoClient client, Func<Metadata> headers, Func<RunningCall, Task>? ended = null)
    {
        foreach (CallKind kind in Enum.GetValues<CallKind>())
        {
            await HearAsync(async () =>
            {
                using RunningCall call = RunningCall.Start(kind, client, headers());
                await call.FinishAsync();
                await (ended?.Invoke(call) ?? Task.CompletedTask);
            });
        }

        await HearAsync(() => Task.FromResult(client.Unary(new EchoMessage(), headers())));
    }

    /// <summary>Hears the exception that ends it, if any does.</summary>
    internal async Task HearAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (exception is RpcException or MetadataException or InvalidOperationException)
        {
            TelemetryRecorder.Hear(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_props.TryPop(out IAsyncDisposable? prop))
        {
            await prop.DisposeAsync();
        }
    }

    /// <summary>Reads all pages of a server before it stops, unless a scenario has stopped it.</summary>
    private sealed class LiveView(string url, TelemetryRecorder recorder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            using HttpClient http = new() { BaseAddress = new Uri(url + "/typed-metadata/"), DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
            try
            {
                recorder.Hear(await http.GetStringAsync("contract.json"));
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
            {
                return;
            }

            recorder.Hear(WebUtility.HtmlDecode(await http.GetStringAsync("")));
            string calls = await http.GetStringAsync("calls/");
            recorder.Hear(WebUtility.HtmlDecode(calls));
            foreach (string number in Regex.Matches(calls, "<a href=\"([0-9]+)\"").Select(link => link.Groups[1].Value))
            {
                recorder.Hear(WebUtility.HtmlDecode(await http.GetStringAsync("calls/" + number)));
            }
        }
    }

    private sealed class Prop(IDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return default;
        }
    }
}
