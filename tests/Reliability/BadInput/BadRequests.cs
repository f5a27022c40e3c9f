using Google.Protobuf;
using Grpc.Core;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.Running;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>
/// Bad requests of a raw client to our server on Kestrel. Ten neighbours are open on the connection when each is sent, and end after it.
/// </summary>
internal sealed class BadRequests(int seed, Findings findings, RunResult tally)
{
    internal const int Neighbours = 10;

    private static readonly string[] _paths = ["/echo.Echo/Unary", "/echo.Echo/ClientStreaming", "/echo.Echo/ServerStreaming", "/echo.Echo/Duplex"];

    private static readonly (string, string)[] _protocolFields =
        [("te", "trailers"), ("content-type", "application/grpc"), ("grpc-encoding", "identity"), ("grpc-accept-encoding", "gzip"), ("content-length", "20"), ("host", "localhost"), ("transfer-encoding", "chunked"), ("connection", "close"), ("user-agent", "raw/1"), ("grpc-status", "7")];

    private readonly CaseSource _source = new(seed, Enum.GetValues<Place>(), _protocolFields);

    /// <summary>Sends every so-many-th case over one connection, and a new one when that was closed.</summary>
    internal async Task AttackAsync(int port, int first, int step, int count, Action<double> advance)
    {
        SharedConnection? connection = null;
        for (int number = first; number < count; number += step)
        {
            connection ??= await SharedConnection.OpenAsync(port, CancellationToken.None);
            BadCase bad = _source.Case(number);
            using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
            try
            {
                await SendAsync(connection, bad, patience.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or RawHttp2Exception)
            {
                findings.Break($"no answer that can be read: {bad}: {exception.Message}");
                await connection.DisposeAsync();
                connection = null;
                continue;
            }

            if (connection.IsClosed || connection.GoAwayError is not null)
            {
                await connection.DisposeAsync();
                connection = null;
            }

            advance(1);
        }

        await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task SendAsync(SharedConnection connection, BadCase bad, CancellationToken ct)
    {
        List<Frame> beginning = [];
        List<Frame> end = [];
        int[] neighbours = new int[Neighbours];
        for (int i = 0; i < Neighbours; i++)
        {
            (neighbours[i], Frame[] frames) = connection.Prepare(_paths[i % _paths.Length], Badge(bad, i), Message(ReadingService.AskForBadge));
            beginning.AddRange(frames[..^1]);
            end.Add(frames[^1]);
        }

        (int stream, Frame[] request) = connection.Prepare(_paths[bad.Number / 11 % _paths.Length], bad.Fields, Message(bad.Subject?.Key ?? ""));
        await connection.SendAsync([.. beginning, .. request], ct);
        RawAnswer answer = await connection.AnswerAsync(stream, ct);
        await connection.SendAsync(end, ct);
        List<RawAnswer> others = [];
        foreach (int neighbour in neighbours)
        {
            others.Add(await connection.AnswerAsync(neighbour, ct));
        }

        if (answer.Ending == RawEnding.GoAway)
        {
            findings.Expect(!bad.IsClean, $"the connection was closed by clean bytes: {bad}");
            tally.Add($"fatal to HTTP/2 (Kestrel): {FatalInput.Of(bad)}");
            return;
        }

        CheckAnswer(bad, answer);
        for (int i = 0; i < Neighbours; i++)
        {
            bool isWell = others[i].GrpcStatus == "0" && others[i].TrailerValues("holder") is [string holder] && holder == $"{bad.Number}.{i}";
            findings.Expect(isWell, $"a neighbour was hurt by {bad}: {others[i]}");
        }
    }

    private void CheckAnswer(BadCase bad, RawAnswer answer)
    {
        string message = Uri.UnescapeDataString(Fields(answer, "grpc-message").FirstOrDefault(""));
        // What is wrong with HTTP's own fields grpc-dotnet says, and quotes them.
        foreach (string value in (bad.IsOfProtocol ? [] : bad.Fields).Select(field => field.Value.Trim()).Where(value => value.Length >= 8))
        {
            findings.Expect(!message.Contains(value, StringComparison.Ordinal), $"the status holds the value: {bad}");
        }

        string outcome = answer.GrpcStatus is string status ? $"{(StatusCode)int.Parse(status)}" : answer.Ending == RawEnding.Reset ? "RST_STREAM" : $"HTTP {answer.HeaderValues(":status").FirstOrDefault()}";
        tally.Add($"{(bad.Place == Place.AsTimeout ? "grpc-timeout" : bad.IsOfProtocol ? "HTTP's or gRPC's own" : "metadata")}: {outcome}");
        if (bad.Place == Place.AsTimeout)
        {
            string[] allowed = TimeoutSpelling.Allowed(bad.Fields[0].Value);
            findings.Expect(allowed.Contains(outcome), $"expected {string.Join(" or ", allowed)}, got {outcome} ({message}): {bad}");
        }

        if (Expectation.OfRequest(bad) is not Expectation expected)
        {
            return;
        }

        if (expected.Rejected is StatusCode rejected)
        {
            findings.Expect(outcome == $"{rejected}" && message.Contains($"'{expected.Key}'", StringComparison.Ordinal), $"expected {rejected} naming '{expected.Key}', got {outcome} ({message}): {bad}");
        }
        else
        {
            string read = outcome == "OK" ? EchoMessage.Parser.ParseFrom(answer.SingleMessage()).Text : $"nothing ({message})";
            findings.Expect(read == expected.Meaning, $"expected '{expected.Meaning}', read '{read}': {bad}");
        }
    }

    private static IEnumerable<string> Fields(RawAnswer answer, string name) => answer.HeaderValues(name).Concat(answer.TrailerValues(name));

    private static RawField[] Badge(BadCase bad, int neighbour) => [new("holder", $"{bad.Number}.{neighbour}"), new("stamp-bin", "AQID")];

    private static byte[] Message(string text) => new EchoMessage { Text = text }.ToByteArray();
}
