using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Interop.TypedCalls;

namespace TypedMetadata.Interop.Peers;

/// <summary>Another language's server of echo.Echo. Its methods follow a <see cref="PeerOrder"/> and answer what they saw.</summary>
public abstract class PeerServerProgram : PeerProcess
{
    private readonly Lazy<Task<GrpcChannel>> _channel;

    private protected PeerServerProgram(string peer, params string[] arguments)
        : base(peer, arguments) =>
        _channel = new(ConnectAsync);

    /// <summary>Starts a call, and sends the order at once: a duplex method sends its initial metadata only when it has that.</summary>
    internal async Task<RunningCall> CallAsync(CallKind kind, Metadata? request, PeerOrder order, DateTime? deadline = null)
    {
        RunningCall call = RunningCall.Start(kind, new Echo.EchoClient(Paths.CallsOf(await _channel.Value)), request, order.ToJson(), deadline);
        Task<string?> reply = call.FinishAsync();
        return call with { FinishAsync = () => reply };
    }

    /// <summary>Starts a call of a typed client.</summary>
    internal async Task<TypedRunningCall> TypedCallAsync(CallKind kind, Caller caller, PeerOrder order) =>
        TypedRunningCall.Start(kind, new EchoCalls(Paths.CallsOf(await _channel.Value)), caller, order.ToJson());

    private protected override void Stop()
    {
        if (_channel is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            _channel.Value.Result.Dispose();
        }
    }

    private async Task<GrpcChannel> ConnectAsync() =>
        GrpcChannel.ForAddress($"http://127.0.0.1:{await NextLineAsync()}", new GrpcChannelOptions().UseTypedMetadata());
}

/// <summary>What a server is to send beside its answer, and how it is to end.</summary>
internal sealed record PeerOrder
{
    public PeerField[] Initial { get; init; } = [];

    public PeerField[] Trailing { get; init; } = [];

    public int Code { get; init; }

    public string Message { get; init; } = "";

    public bool Sleep { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this, PeerField.Json);
}
