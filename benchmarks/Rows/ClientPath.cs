using Grpc.Net.Client;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Harness;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>What <c>UseTypedMetadata()</c> costs a call that has no <c>-bin</c> header.</summary>
internal sealed class ClientPath : IRow
{
    /// <inheritdoc/>
    public string Number => "client";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        using GrpcChannel with = GrpcChannel.ForAddress(server.TypedAddress, new GrpcChannelOptions().UseTypedMetadata());
        using GrpcChannel without = GrpcChannel.ForAddress(server.TypedAddress);
        Race race = await new Race(8, Way.Text("with", with), Way.Text("without", without)).RunAsync(pace);
        return
        [
            new(Number, "calls a second with UseTypedMetadata() to without", race.Ratio("with", "without", slice => slice.CallsPerSecond), "x", 0.97, AtLeast: true),
            new(Number, "the client's processor time a call, to without", race.Ratio("with", "without", slice => slice.ClientTicks), "x"),
            new(Number, "bytes a call more", race.Median("with", slice => slice.ClientBytes) - race.Median("without", slice => slice.ClientBytes), "B", 320),
        ];
    }
}
