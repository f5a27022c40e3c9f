using Grpc.Core;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.TypedCalls;

/// <summary>What both ends of the service declare.</summary>
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
internal static class EchoContract;

/// <summary>A typed client.</summary>
[TypedClient<Echo.EchoClient>(Contract = typeof(EchoContract))]
internal sealed partial class EchoCalls;

/// <summary>A typed service.</summary>
[TypedService<Echo.EchoBase>(Contract = typeof(EchoContract))]
internal abstract partial class TypedEchoBase;

/// <summary>The typed service that does what <see cref="EchoService"/> does, and returns the trailing metadata.</summary>
internal class TypedEchoService(Behaviour behaviour) : TypedEchoBase
{
    internal static readonly End End = new(7) { Digest = [1, 2] };

    protected override async Task<TypedResponse<EchoMessage, End>> Unary(EchoMessage request, Caller caller, TypedCallContext<Begin> call)
    {
        await behaviour.RunAsync(call.ServerCallContext);
        return (request, End);
    }

    protected override async Task<TypedResponse<EchoMessage, End>> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, Caller caller, TypedCallContext<Begin> call)
    {
        await behaviour.RunAsync(call.ServerCallContext);
        EchoMessage last = new();
        await foreach (EchoMessage request in requestStream.ReadAllAsync())
        {
            last = request;
        }

        return (last, End);
    }

    protected override async Task<End> ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, Caller caller, TypedCallContext<Begin> call)
    {
        await behaviour.RunAsync(call.ServerCallContext);
        if (request.Text.Length != 0)
        {
            await responseStream.WriteAsync(request);
        }

        await behaviour.AfterMessagesAsync(call.ServerCallContext);
        return End;
    }

    protected override async Task<End> Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, Caller caller, TypedCallContext<Begin> call)
    {
        await behaviour.RunAsync(call.ServerCallContext);
        await foreach (EchoMessage request in requestStream.ReadAllAsync())
        {
            if (request.Text.Length != 0)
            {
                await responseStream.WriteAsync(request);
            }
        }

        await behaviour.AfterMessagesAsync(call.ServerCallContext);
        return End;
    }
}
