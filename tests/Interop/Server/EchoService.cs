using Grpc.Core;
using Microsoft.AspNetCore.Authorization;

namespace TypedMetadata.Interop.Server;

/// <summary>What a test wants its server to do in every call before it answers, whatever the kind of the call.</summary>
internal sealed record Behaviour(Func<ServerCallContext, Task> RunAsync);

/// <summary>A service of all four kinds of call.</summary>
internal class EchoService(Behaviour behaviour) : Echo.EchoBase
{
    public override async Task<EchoMessage> Unary(EchoMessage request, ServerCallContext context)
    {
        await behaviour.RunAsync(context);
        return request;
    }

    public override async Task<EchoMessage> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, ServerCallContext context)
    {
        await behaviour.RunAsync(context);
        EchoMessage last = new();
        await foreach (EchoMessage request in requestStream.ReadAllAsync())
        {
            last = request;
        }

        return last;
    }

    public override async Task ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context)
    {
        await behaviour.RunAsync(context);
        if (request.Text.Length != 0)
        {
            await responseStream.WriteAsync(request);
        }
    }

    public override async Task Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context)
    {
        await behaviour.RunAsync(context);
        await foreach (EchoMessage request in requestStream.ReadAllAsync())
        {
            await responseStream.WriteAsync(request);
        }
    }
}

/// <summary>The same behind a login that nobody passes: every call is answered HTTP 401.</summary>
[Authorize]
internal sealed class GuardedEchoService(Behaviour behaviour) : EchoService(behaviour);
