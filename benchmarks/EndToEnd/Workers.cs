using Grpc.Core;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.EndToEnd;

/// <summary>Reads and writes the reference record with typed metadata.</summary>
internal sealed class TypedWorker : Worker.WorkerBase
{
    /// <inheritdoc/>
    public override async Task<WorkReply> Run(WorkRequest request, ServerCallContext context)
    {
        if (request.Part == WorkRequest.Types.Part.All)
        {
            _ = context.ReadRequestMetadata<Reference>();
        }

        if (request.Part is WorkRequest.Types.Part.All or WorkRequest.Types.Part.Write)
        {
            await context.WriteInitialMetadataAsync(Reference.Sample);
            context.SetTrailingMetadata(Reference.Sample);
        }

        return new WorkReply();
    }

    /// <inheritdoc/>
    public override async Task Stream(WorkRequest request, IServerStreamWriter<WorkReply> replies, ServerCallContext context)
    {
        _ = context.ReadRequestMetadata<Reference>();
        await context.WriteInitialMetadataAsync(Reference.Sample);
        await replies.WriteManyAsync();
        context.SetTrailingMetadata(Reference.Sample);
    }

    /// <inheritdoc/>
    public override Task<UsageReply> Usage(WorkRequest request, ServerCallContext context) => Task.FromResult(ProcessUsage.Now());
}

/// <summary>The calls of the reference record, as a contract.</summary>
[TypedClient<Worker.WorkerClient>]
[RequestMetadata<Reference>(Method = nameof(Worker.WorkerClient.Run))]
[InitialMetadata<Reference>(Method = nameof(Worker.WorkerClient.Run))]
[TrailingMetadata<Reference>(Method = nameof(Worker.WorkerClient.Run))]
internal sealed partial class WorkerCalls;

/// <summary>The base class of the typed service, with the same contract.</summary>
[TypedService<Worker.WorkerBase>(Contract = typeof(WorkerCalls))]
internal abstract partial class TypedCallsWorkerBase;

/// <summary>The same as a typed service.</summary>
internal sealed class TypedCallsWorker : TypedCallsWorkerBase
{
    /// <inheritdoc/>
    protected override async Task<TypedResponse<WorkReply, Reference>> Run(WorkRequest request, Reference reference, TypedCallContext<Reference> call)
    {
        await call.WriteInitialMetadataAsync(Reference.Sample);
        return (new WorkReply(), Reference.Sample);
    }

    /// <inheritdoc/>
    protected override Task Stream(WorkRequest request, IServerStreamWriter<WorkReply> responseStream, TypedCallContext call) => responseStream.WriteManyAsync();

    /// <inheritdoc/>
    protected override Task<UsageReply> Usage(WorkRequest request, TypedCallContext call) => Task.FromResult(ProcessUsage.Now());
}

/// <summary>The same as people write it without.</summary>
internal sealed class RawWorker : Worker.WorkerBase
{
    private static readonly Metadata _written = Naive.Write(Reference.Sample);

    /// <inheritdoc/>
    public override async Task<WorkReply> Run(WorkRequest request, ServerCallContext context)
    {
        switch (request.Part)
        {
            case WorkRequest.Types.Part.All:
                _ = Naive.Read(context.RequestHeaders);
                goto case WorkRequest.Types.Part.Write;
            case WorkRequest.Types.Part.Write:
                await context.WriteResponseHeadersAsync(Naive.Write(Reference.Sample));
                Naive.AddTo(context.ResponseTrailers, Reference.Sample);
                break;
            case WorkRequest.Types.Part.Unconverted:
                await context.WriteResponseHeadersAsync(_written);
                Append(_written, context.ResponseTrailers);
                break;
        }

        return new WorkReply();
    }

    /// <inheritdoc/>
    public override async Task Stream(WorkRequest request, IServerStreamWriter<WorkReply> replies, ServerCallContext context)
    {
        _ = Naive.Read(context.RequestHeaders);
        await context.WriteResponseHeadersAsync(Naive.Write(Reference.Sample));
        await replies.WriteManyAsync();
        Naive.AddTo(context.ResponseTrailers, Reference.Sample);
    }

    /// <inheritdoc/>
    public override Task<UsageReply> Usage(WorkRequest request, ServerCallContext context) => Task.FromResult(ProcessUsage.Now());

    private static void Append(Metadata from, Metadata to)
    {
        foreach (Metadata.Entry entry in from)
        {
            to.Add(entry);
        }
    }
}

/// <summary>The messages of a stream, the same for both.</summary>
internal static class Replies
{
    private const int Messages = 100;
    private static readonly WorkReply _reply = new();

    internal static async Task WriteManyAsync(this IServerStreamWriter<WorkReply> replies)
    {
        for (int i = 0; i < Messages; i++)
        {
            await replies.WriteAsync(_reply);
        }
    }
}

/// <summary>What this process has used since it started.</summary>
internal static class ProcessUsage
{
    internal static UsageReply Now() => new()
    {
        AllocatedBytes = GC.GetTotalAllocatedBytes(precise: true),
        ProcessorTicks = Environment.CpuUsage.TotalTime.Ticks,
        CompiledMethods = System.Runtime.JitInfo.GetCompiledMethodCount(),
    };
}
