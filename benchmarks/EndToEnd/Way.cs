using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.EndToEnd;

/// <summary>One way to make a call that carries the reference record in each of the three positions.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Client">Its client.</param>
/// <param name="CallAsync">Makes one call.</param>
internal sealed record Way(string Name, Worker.WorkerClient Client, Func<Task> CallAsync)
{
    private static readonly Metadata _written = Naive.Write(Reference.Sample);

    /// <summary>Records at both ends.</summary>
    internal static Way Records(GrpcChannel channel) => OfRecords("records", new Worker.WorkerClient(channel));

    /// <summary>Records at both ends, which the client reads straight from the HTTP response.</summary>
    internal static Way Direct(GrpcChannel channel) => OfRecords("direct", new Worker.WorkerClient(channel.CreateTypedCallInvoker()));

    /// <summary>A typed client and a typed service.</summary>
    internal static Way TypedCalls(GrpcChannel channel)
    {
        WorkerCalls client = new(channel);
        WorkRequest request = new() { Part = WorkRequest.Types.Part.All };
        return new("typed calls", client.Client, async () =>
        {
            using TypedUnaryCall<WorkReply, Reference, Reference> call = client.Run(request, Reference.Sample);
            _ = await call.InitialMetadataAsync;
            _ = await call;
            _ = call.TrailingMetadata;
        });
    }

    /// <summary>By hand at both ends.</summary>
    internal static Way ByHand(GrpcChannel channel)
    {
        Worker.WorkerClient client = new(channel);
        WorkRequest request = new() { Part = WorkRequest.Types.Part.All };
        return new("by hand", client, async () =>
        {
            using AsyncUnaryCall<WorkReply> call = client.RunAsync(request, Naive.Write(Reference.Sample));
            _ = Naive.Read(await call.ResponseHeadersAsync);
            _ = await call;
            _ = Naive.Read(call.GetTrailers());
        });
    }

    /// <summary>The same fields on the wire, and nobody converts anything.</summary>
    internal static Way Unconverted(GrpcChannel channel) => Sent("unconverted", channel, WorkRequest.Types.Part.Unconverted, _written);

    /// <summary>Two texts in the request.</summary>
    internal static Way Text(string name, GrpcChannel channel) => Sent(name, channel, WorkRequest.Types.Part.Silence, new Metadata { { "tenant-id", "acme" }, { "request-id", "0d16ad85-6ce4-4773-a1be-9f62b2e886a3" } });

    private static Way OfRecords(string name, Worker.WorkerClient client)
    {
        WorkRequest request = new() { Part = WorkRequest.Types.Part.All };
        return new(name, client, async () =>
        {
            using AsyncUnaryCall<WorkReply> call = client.RunAsync(request, Reference.Sample);
            _ = await call.InitialMetadata().ReadAsync<Reference>();
            _ = await call;
            _ = call.TrailingMetadata().Read<Reference>();
        });
    }

    private static Way Sent(string name, GrpcChannel channel, WorkRequest.Types.Part part, Metadata? headers)
    {
        Worker.WorkerClient client = new(channel);
        WorkRequest request = new() { Part = part };
        return new(name, client, async () =>
        {
            using AsyncUnaryCall<WorkReply> call = client.RunAsync(request, headers);
            _ = await call.ResponseHeadersAsync;
            _ = await call;
        });
    }
}
