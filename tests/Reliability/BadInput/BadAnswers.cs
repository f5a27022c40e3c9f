using System.Collections.Concurrent;
using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.Running;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>
/// Bad answers of a raw server to our client. Eleven calls are open on a connection; the bad answer comes first, then those of ten neighbours.
/// </summary>
internal sealed class BadAnswers : IAsyncDisposable
{
    private const string CaseField = "x-case";
    private const string Neighbour = "neighbour";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly RawField[] _head = [new(":status", "200"), new("content-type", "application/grpc")];
    private static readonly RawField _ok = new("grpc-status", "0");
    private static readonly Place[] _places = [.. Enum.GetValues<Place>().Where(place => place != Place.AsTimeout)];
    private static readonly (string, string)[] _protocolFields =
        [("grpc-status", "0"), ("grpc-message", "no%20way"), ("content-type", "application/grpc"), ("grpc-encoding", "identity"), ("content-length", "12"), (":status", "200"), ("grpc-status-details-bin", "CAU"), ("x-typedmetadata-malformed", "holder"), ("x-typedmetadata-trailers-only", "ok"), ("location", "http://127.0.0.1:1/")];

    private readonly ConcurrentDictionary<string, BadAnswer> _running = new();
    private readonly CaseSource _source;
    private readonly Findings _findings;
    private readonly RunResult _tally;
    private readonly RawServer _server;

    internal BadAnswers(int seed, Findings findings, RunResult tally)
    {
        _source = new CaseSource(seed, _places, _protocolFields);
        _findings = findings;
        _tally = tally;
        _server = new RawServer(AnswerAsync);
    }

    /// <summary>Receives every so-many-th case over one connection, and a new one when that was closed.</summary>
    internal async Task AttackAsync(int first, int step, int count, Action<double> advance)
    {
        GrpcChannel channel = Open();
        for (int number = first; number < count; number += step)
        {
            BadAnswer answer = new(_source.Case(number), (AnswerPosition)(number / _places.Length % 3), (CallKind)(number / _places.Length / 3 % 4));
            if (!await CanGoOnAsync(channel, answer))
            {
                channel.Dispose();
                channel = Open();
            }

            advance(1);
        }

        channel.Dispose();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // One connection, however many calls: neighbours are those on it.
    private GrpcChannel Open() => GrpcChannel.ForAddress(_server.Url, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true }.UseTypedMetadata());

    private async Task<bool> CanGoOnAsync(GrpcChannel channel, BadAnswer answer)
    {
        try
        {
            return await CallAsync(new Echo.EchoClient(channel), answer).WaitAsync(_patience * 3);
        }
        catch (TimeoutException)
        {
            _findings.Break($"a call did not end: {answer}");
            return false;
        }
    }

    private async Task AnswerAsync(RawServerConnection connection, RawRequest request)
    {
        connection.Waiting.Add(request);
        if (connection.Waiting.Count <= BadRequests.Neighbours)
        {
            return;
        }

        RawRequest bad = connection.Waiting.Single(waiting => waiting[CaseField] != Neighbour);
        List<Frame> frames = [.. _running[bad[CaseField]!].Frames(bad.Stream, _head, _ok)];
        foreach (RawRequest waiting in connection.Waiting.Where(waiting => waiting != bad))
        {
            RawField[] badge = [new("holder", waiting["holder"]!), new("stamp-bin", "AQID")];
            frames.AddRange(RawServerConnection.Answer(waiting.Stream, [.. _head, .. badge], [.. badge, _ok]));
        }

        connection.Waiting.Clear();
        await connection.SendAsync(frames);
    }

    /// <summary>Whether the connection can take another case.</summary>
    private async Task<bool> CallAsync(Echo.EchoClient client, BadAnswer answer)
    {
        string number = $"{answer.Case.Number}";
        _running[number] = answer;
        Task<Exception?>[] neighbours = [.. Enumerable.Range(0, BadRequests.Neighbours).Select(index => NeighbourAsync(client, $"{number}.{index}"))];

        // Whoever spoils ':status' into that of an answer to come lets the client wait.
        using RunningCall call = RunningCall.Start(answer.Kind, client, new Metadata { { CaseField, number } }, deadline: DateTime.UtcNow + _patience);
        Received received = await Received.OfAsync(call);
        Exception?[] hurt = [.. (await Task.WhenAll(neighbours)).Where(exception => exception is not null)];
        _running.TryRemove(number, out _);
        if (hurt.Length != 0)
        {
            bool isTransport = hurt.All(exception => exception is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Internal });
            _findings.Expect(isTransport && !answer.Case.IsClean, $"neighbours were hurt by {answer}: {hurt[0]}");
            _tally.Add($"fatal to HTTP/2 (HttpClient): {FatalInput.Of(answer.Case)}");
            return false;
        }

        _tally.Add($"{(answer.Case.IsOfProtocol ? "HTTP's or gRPC's own" : "metadata")}: {received.Outcome}");
        foreach (string problem in received.Problems(answer))
        {
            _findings.Break($"{problem}: {answer}");
        }

        return true;
    }

    private static async Task<Exception?> NeighbourAsync(Echo.EchoClient client, string holder)
    {
        try
        {
            using AsyncUnaryCall<EchoMessage> call = client.UnaryAsync(new EchoMessage(), new Metadata { { CaseField, Neighbour }, { "holder", holder } });
            Badge initial = await call.InitialMetadata().ReadAsync<Badge>();
            await call;
            return initial.Holder == holder && call.TrailingMetadata().Read<Badge>().Holder == holder ? null : new InvalidDataException("A neighbour got another's badge.");
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
