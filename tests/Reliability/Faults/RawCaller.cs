using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.BadInput;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.Faults;

/// <summary>A raw client whose call is the victim; ten neighbours are open on its connection to our server.</summary>
internal static class RawCaller
{
    private const string Unary = "/echo.Echo/Unary";

    /// <summary>Makes all calls, and says what the client saw.</summary>
    /// <param name="fields">The victim's.</param>
    /// <param name="reshape">The victim's frames, as they are sent.</param>
    /// <param name="view">What is said of the answer besides its status.</param>
    /// <param name="configure">Sets up Kestrel.</param>
    internal static async Task<Sighting> RunAsync(IEnumerable<RawField> fields, Func<Frame[], IEnumerable<Frame>>? reshape = null, Func<RawAnswer, string>? view = null, Action<KestrelServerOptions>? configure = null)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, map: app => app.MapGrpcService<ReadingService>(), listen: kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            configure?.Invoke(kestrel);
        });
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        await using SharedConnection connection = await SharedConnection.OpenAsync(server.Port, patience.Token);
        List<int> neighbours = [];
        List<Frame> ends = [];
        for (int i = 0; i < NeighbourCalls.Size; i++)
        {
            (int neighbour, Frame[] frames) = connection.Prepare(Unary, [new("holder", $"neighbour {i}"), new("stamp-bin", "AQ")], Message(ReadingService.AskForBadge));
            await connection.SendAsync(frames[..^1], patience.Token);
            neighbours.Add(neighbour);
            ends.Add(frames[^1]);
        }

        (int stream, Frame[] request) = connection.Prepare(Unary, fields, Message(""));
        await connection.SendAsync(reshape?.Invoke(request) ?? request, patience.Token);
        RawAnswer answer = await connection.AnswerAsync(stream, patience.Token);
        await connection.SendAsync(ends, patience.Token);
        int hurt = 0;
        for (int i = 0; i < NeighbourCalls.Size; i++)
        {
            RawAnswer other = await connection.AnswerAsync(neighbours[i], patience.Token);
            hurt += other.GrpcStatus == "0" && other.TrailerValues("holder") is [string holder] && holder == $"neighbour {i}" ? 0 : 1;
        }

        string end = answer switch
        {
            { GrpcStatus: string status } => $"{(StatusCode)int.Parse(status)}",
            { Ending: RawEnding.GoAway } => "GOAWAY",
            { Headers: [RawField { Name: ":status" } status, ..] } => $"HTTP {status.Value}",
            _ => $"{answer.Ending}",
        };
        return new(end + view?.Invoke(answer), end == "OK" ? "returned" : "not called or rejected", hurt);
    }

    private static byte[] Message(string text) => new EchoMessage { Text = text }.ToByteArray();
}
