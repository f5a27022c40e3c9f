using Grpc.Net.Client;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Harness;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>Server-streaming calls of a hundred messages, where whatever is done for each message would show.</summary>
internal sealed class Streaming : IRow
{
    /// <inheritdoc/>
    public string Number => "streaming";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        using GrpcChannel typed = GrpcChannel.ForAddress(server.TypedAddress, new GrpcChannelOptions().UseTypedMetadata());
        using GrpcChannel raw = GrpcChannel.ForAddress(server.RawAddress);
        Race race = await new Race(8, StreamWay.Direct(typed), StreamWay.Records(typed), StreamWay.ByHand(raw)).RunAsync(pace);
        return
        [
            new(Number, "direct calls a second, 100 messages each, to by hand", race.Ratio("direct", "by hand", slice => slice.CallsPerSecond), "x", 1.00, AtLeast: true),
            new(Number, "records over an ordinary channel, to by hand", race.Ratio("records", "by hand", slice => slice.CallsPerSecond), "x"),
        ];
    }
}
