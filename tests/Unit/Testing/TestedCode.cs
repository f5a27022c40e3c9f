using Greeter;
using Grpc.Core;

namespace TypedMetadata.Unit.Testing;

/// <summary>A service as an application has one.</summary>
internal sealed class GreeterService : Greeter.Greeter.GreeterBase
{
    public override async Task<HelloReply> SayHello(HelloRequest request, ServerCallContext context)
    {
        CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
        await context.WriteInitialMetadataAsync(new BeginInfo("primary"));
        context.SetTrailingMetadata(new EndInfo(1));
        return new HelloReply { Message = $"Hello {request.Name} of {caller.TenantId}" };
    }

    public override async Task Chat(IAsyncStreamReader<HelloRequest> requests, IServerStreamWriter<HelloReply> replies, ServerCallContext context)
    {
        CallerInfo caller = context.ReadRequestMetadata<CallerInfo>();
        long rows = 0;
        await foreach (HelloRequest request in requests.ReadAllAsync(context.CancellationToken))
        {
            await replies.WriteAsync(new HelloReply { Message = $"Hello {request.Name} of {caller.TenantId}" });
            rows++;
        }

        context.SetTrailingMetadata(new EndInfo(rows));
    }
}

/// <summary>Code that calls it.</summary>
internal sealed class Reception(Greeter.Greeter.GreeterClient greeter)
{
    public async Task<string> WelcomeAsync(string name)
    {
        try
        {
            using var call = greeter.SayHelloAsync(new HelloRequest { Name = name }, new CallerInfo("acme", [1]));
            HelloReply reply = await call;
            return $"{reply.Message} ({call.TrailingMetadata().Read<EndInfo>().Rows} rows)";
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound && e.TrailingMetadata().TryRead<EndInfo>(out var end))
        {
            return $"nobody ({end.Rows} rows)";
        }
    }
}
