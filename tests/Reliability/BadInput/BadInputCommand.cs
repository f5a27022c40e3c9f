using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>Bad requests and bad answers.</summary>
internal sealed class BadInputCommand : ICommand
{
    private const int Workers = 2;

    // A rejection; what Kestrel says of bytes that it does not take, and what grpc-dotnet says of the neighbours on the connection that Kestrel then closes.
    private static readonly string[] _expectedExceptions =
    [
        "RpcException", "Http2ConnectionErrorException", "Http2StreamErrorException", "HPackDecodingException", "ConnectionAbortedException",
        "IOException: HTTP/# stream ID # error (PROTOCOL_ERROR): More data received than specified in the Content-Length header.",
        "IOException: HTTP/# stream ID # error (PROTOCOL_ERROR): Less data received than specified in the Content-Length header.",
        "IOException: The request stream was aborted.", "InvalidOperationException: Can't read messages after the request is complete.",
    ];

    public string Name => "bad-input";

    public string Promise => "every bad request and answer gets its documented status or exception, the server lives, ten neighbours on the connection finish";

    public async Task<Findings> RunAsync(Order order, ProgressReport stages)
    {
        int count = order.CountOr(full: 20_000, quick: 1_000);
        Findings findings = new("outcome", "requests", "answers");
        RunResult requests = new();
        RunResult answers = new();
        await RequestsAsync(order.Seed, count, findings, requests, stages);
        await AnswersAsync(order.Seed, count, findings, answers, stages);
        foreach (string outcome in requests.All.Concat(answers.All).Select(entry => entry.Key).Distinct())
        {
            findings.Row(outcome, $"{requests[outcome]}", $"{answers[outcome]}");
        }

        return findings;
    }

    private static async Task RequestsAsync(int seed, int count, Findings findings, RunResult tally, ProgressReport stages)
    {
        using ServerWatch watch = new();
        await using EchoServer server = await EchoServer.StartAsync(
            _ => Task.CompletedTask,
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddLogging(logs => logs.AddProvider(watch).SetMinimumLevel(LogLevel.Trace));
            },
            map: static app => app.MapGrpcService<ReadingService>());
        BadRequests attack = new(seed, findings, tally);
        await stages.RunAsync($"{count} bad requests", count, advance =>
            Task.WhenAll(Enumerable.Range(0, Workers).Select(first => attack.AttackAsync(server.Port, first, Workers, count, advance))));
        foreach ((string type, int times) in watch.Exceptions.All)
        {
            findings.Expect(_expectedExceptions.Contains(type), $"the server logged {times} {type}");
            findings.Row($"logged {type}", $"{times}", "");
        }
    }

    private static async Task AnswersAsync(int seed, int count, Findings findings, RunResult tally, ProgressReport stages)
    {
        await using BadAnswers attack = new(seed, findings, tally);
        await stages.RunAsync($"{count} bad answers", count, advance =>
            Task.WhenAll(Enumerable.Range(0, Workers).Select(first => attack.AttackAsync(first, Workers, count, advance))));
    }
}
