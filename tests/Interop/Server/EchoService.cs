using Grpc.Core;
using Microsoft.AspNetCore.Authorization;

namespace TypedMetadata.Interop.Server;

/// <summary>What a test wants its server to do in every call, whatever its kind.</summary>
/// <param name="RunAsync">Before it answers.</param>
/// <param name="AfterMessagesAsync">After the last message of a stream.</param>
internal sealed record Behaviour(Func<ServerCallContext, Task> RunAsync, Func<ServerCallContext, Task> AfterMessagesAsync);

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

        await behaviour.AfterMessagesAsync(context);
    }

    public override async Task Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context)
    {
        await behaviour.RunAsync(context);
        await foreach (EchoMessage request in requestStream.ReadAllAsync())
        {
            if (request.Text.Length != 0)
            {
                await responseStream.WriteAsync(request);
            }
        }

        await behaviour.AfterMessagesAsync(context);
    }
}

/// <summary>The same behind a login that nobody passes: every call is answered HTTP 401.</summary>
[Authorize]
internal sealed class GuardedEchoService(Behaviour behaviour) : EchoService(behaviour);
