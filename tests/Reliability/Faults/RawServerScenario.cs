using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.BadInput;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Faults;

/// <summary>A typed client of a raw server that has a victim and ten neighbours on one connection, and answers them when all are there.</summary>
internal sealed class RawServerScenario : IAsyncDisposable
{
    internal static readonly RawField[] Head = [new(":status", "200"), new("content-type", "application/grpc")];
    internal static readonly RawField[] Badge = [new("holder", "victim"), new("stamp-bin", "AQID")];

    private readonly Func<RawServerScenario, RawServerConnection, int, Task> _misbehaveAsync;
    private readonly RawServer _server;
    private readonly GrpcChannel _channel;
    private readonly TaskCompletionSource _victimEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _happened;

    private RawServerScenario(Func<RawServerScenario, RawServerConnection, int, Task> misbehaveAsync)
    {
        _misbehaveAsync = misbehaveAsync;
        _server = new RawServer(OnRequestAsync);
        _channel = GrpcChannel.ForAddress(_server.Url, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true }.UseTypedMetadata());
    }

    /// <summary>Ends when the victim's client has given up or got its answer.</summary>
    internal Task VictimEnded => _victimEnded.Task;

    /// <summary>Makes all calls, and says what the client saw.</summary>
    /// <param name="turn">Chooses the kind of call.</param>
    /// <param name="misbehaveAsync">What the server does with the victim's stream.</param>
    /// <param name="deadline">The victim's.</param>
    /// <param name="view">What is said of the victim's call.</param>
    internal static async Task<Sighting> RunAsync(int turn, Func<RawServerScenario, RawServerConnection, int, Task> misbehaveAsync, DateTime? deadline = null, Func<RunningCall, Task<string>>? view = null)
    {
        await using RawServerScenario scene = new(misbehaveAsync);
        Echo.EchoClient client = new(scene._channel);
        Task<bool>[] neighbours = [.. Enumerable.Range(0, NeighbourCalls.Size).Select(index => NeighbourCalls.CallAsync(client, (CallKind)(index % 4), new Badge($"neighbour {index}", [(byte)index])))];
        using RunningCall call = RunningCall.Start((CallKind)(turn % 4), client, deadline: deadline);
        string seen = await (view ?? ClientView.OfAsync)(call);
        scene._victimEnded.SetResult();
        return new(seen, "a raw one", (await Task.WhenAll(neighbours)).Count(isWell => !isWell));
    }

    internal static Task SendAsync(RawServerConnection connection, int stream, IEnumerable<RawField>? initial = null, IEnumerable<RawField>? trailing = null) =>
        connection.SendAsync(RawServerConnection.Answer(stream, [.. Head, .. initial ?? Badge], [.. trailing ?? Badge, new("grpc-status", "0")]));

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }

    // What comes after the fault is a neighbour, or a call that HttpClient sent again on another connection.
    private async Task OnRequestAsync(RawServerConnection connection, RawRequest request)
    {
        if (_happened)
        {
            await AnswerAsync(connection, request);
            return;
        }

        connection.Waiting.Add(request);
        if (connection.Waiting.Count <= NeighbourCalls.Size)
        {
            return;
        }

        _happened = true;
        await _misbehaveAsync(this, connection, connection.Waiting.Single(waiting => waiting["holder"] is null).Stream);
        foreach (RawRequest waiting in connection.Waiting.Where(waiting => waiting["holder"] is not null))
        {
            await AnswerAsync(connection, waiting);
        }
    }

    private static Task AnswerAsync(RawServerConnection connection, RawRequest request)
    {
        RawField[] badge = request["holder"] is string holder ? [new("holder", holder), new("stamp-bin", request["stamp-bin"]!)] : Badge;
        return SendAsync(connection, request.Stream, badge, badge);
    }
}
