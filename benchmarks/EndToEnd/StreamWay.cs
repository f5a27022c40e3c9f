using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.EndToEnd;

/// <summary>The ways to make a server-streaming call of many messages with the reference record in each of the three positions.</summary>
internal static class StreamWay
{
    private static readonly WorkRequest _request = new();

    internal static Way Records(GrpcChannel channel) => OfRecords("records", new Worker.WorkerClient(channel));

    internal static Way Direct(GrpcChannel channel) => OfRecords("direct", new Worker.WorkerClient(channel.CreateTypedCallInvoker()));

    internal static Way ByHand(GrpcChannel channel)
    {
        Worker.WorkerClient client = new(channel);
        return new("by hand", client, async () =>
        {
            using AsyncServerStreamingCall<WorkReply> call = client.Stream(_request, Naive.Write(Reference.Sample));
            _ = Naive.Read(await call.ResponseHeadersAsync);
            await ReadAllAsync(call);
            _ = Naive.Read(call.GetTrailers());
        });
    }

    private static Way OfRecords(string name, Worker.WorkerClient client) => new(name, client, async () =>
    {
        using AsyncServerStreamingCall<WorkReply> call = client.Stream(_request, Reference.Sample);
        _ = await call.InitialMetadata().ReadAsync<Reference>();
        await ReadAllAsync(call);
        _ = call.TrailingMetadata().Read<Reference>();
    });

    private static async Task ReadAllAsync(AsyncServerStreamingCall<WorkReply> call)
    {
        while (await call.ResponseStream.MoveNext())
        {
        }
    }
}
