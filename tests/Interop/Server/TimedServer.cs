using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Tests;

namespace TypedMetadata.Interop.Server;

/// <summary>A server on a clock that the test moves, and what its handlers saw.</summary>
internal sealed class TimedServer : IAsyncDisposable
{
    private EchoServer? _server;

    internal SteppingTimeProvider Clock { get; } = new();

    /// <summary>The deadline in each handler that ran.</summary>
    internal List<Deadline> Seen { get; } = [];

    /// <summary>What grpc-dotnet takes for the deadline in each handler that ran.</summary>
    internal List<DateTime> SeenByGrpc { get; } = [];

    internal Echo.EchoClient Client => _server!.Client;

    internal static async Task<TimedServer> StartAsync(
        Func<ServerCallContext, TimedServer, Task>? behaviour = null,
        Action<TypedMetadataServerOptions>? options = null,
        Action<TimedServer, WebApplication>? pipeline = null,
        Action<IGrpcServerBuilder>? configure = null)
    {
        TimedServer timed = new();
        timed._server = await EchoServer.StartAsync(
            async context =>
            {
                timed.Seen.Add(context.GetDeadline());
                timed.SeenByGrpc.Add(context.Deadline);
                await (behaviour?.Invoke(context, timed) ?? Task.CompletedTask);
            },
            grpc =>
            {
                grpc.Services.AddSingleton<TimeProvider>(timed.Clock);
                configure?.Invoke(grpc);
                grpc.AddTypedMetadata(options ?? (_ => { }));
            },
            app => pipeline?.Invoke(timed, app));
        return timed;
    }

    /// <summary>Sends a request with these values of <c>grpc-timeout</c>, each a field of its own, exactly as they are.</summary>
    internal Task<RawAnswer> SendAsync(params string[] timeouts) => SendToAsync("/echo.Echo/Unary", timeouts);

    internal async Task<RawAnswer> SendToAsync(string path, params string[] timeouts)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(_server!.Port, patience.Token);
        return await connection.CallAsync(
            path, new EchoMessage { Text = "hello" }.ToByteArray(), timeouts.Select(timeout => new RawField("grpc-timeout", timeout)), patience.Token);
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();
}
