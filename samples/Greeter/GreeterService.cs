using Grpc.Core;
using TypedMetadata;

namespace Greeter;

/// <summary>Reads the request metadata, and writes initial and trailing metadata.</summary>
internal sealed class GreeterService(TimeProvider time) : Greeter.GreeterBase
{
    public override async Task<HelloReply> SayHello(HelloRequest request, ServerCallContext context)
    {
        CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
        DateTimeOffset begin = time.GetUtcNow();
        await context.WriteInitialMetadataAsync(new BeginInfo(begin, ServedBy.Primary));

        context.SetTrailingMetadata(End(begin, greetings: 1));
        return Greet(request, caller);
    }

    public override async Task Chat(IAsyncStreamReader<HelloRequest> requests, IServerStreamWriter<HelloReply> replies, ServerCallContext context)
    {
        CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
        DateTimeOffset begin = time.GetUtcNow();
        await context.WriteInitialMetadataAsync(new BeginInfo(begin, ServedBy.Replica));

        long greetings = 0;
        await foreach (HelloRequest request in requests.ReadAllAsync(context.CancellationToken))
        {
            await replies.WriteAsync(Greet(request, caller));
            greetings++;
        }

        context.SetTrailingMetadata(End(begin, greetings));
    }

    private static HelloReply Greet(HelloRequest request, CallerInfo caller) =>
        new() { Message = $"Hello {request.Name}, says {caller.TenantId} (attempt {caller.Attempt})" };

    private EndInfo End(DateTimeOffset begin, long greetings)
    {
        DateTimeOffset end = time.GetUtcNow();
        return new EndInfo(end, end - begin, greetings);
    }
}
