using Grpc.Core;
using TypedMetadata.Interop.Peers;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.TypedCalls;

/// <summary>The typed service that other languages' clients call: the same record in all three positions.</summary>
[TypedService<Echo.EchoBase>]
[RequestMetadata<Phrase>]
[InitialMetadata<Phrase>]
[TrailingMetadata<Phrase>]
internal abstract partial class PhraseServiceBase;

/// <summary>Sends back what it received.</summary>
internal sealed class PhraseService : PhraseServiceBase
{
    protected override async Task<TypedResponse<EchoMessage, Phrase>> Unary(EchoMessage request, Phrase phrase, TypedCallContext<Phrase> call)
    {
        await call.WriteInitialMetadataAsync(phrase);
        return (request, phrase);
    }

    protected override async Task<TypedResponse<EchoMessage, Phrase>> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, Phrase phrase, TypedCallContext<Phrase> call)
    {
        await call.WriteInitialMetadataAsync(phrase);
        EchoMessage last = new();
        await foreach (EchoMessage request in requestStream.ReadAllAsync())
        {
            last = request;
        }

        return (last, phrase);
    }

    protected override async Task<Phrase> ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, Phrase phrase, TypedCallContext<Phrase> call)
    {
        await call.WriteInitialMetadataAsync(phrase);
        await responseStream.WriteAsync(request);
        return phrase;
    }

    protected override async Task<Phrase> Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, Phrase phrase, TypedCallContext<Phrase> call)
    {
        await call.WriteInitialMetadataAsync(phrase);
        await foreach (EchoMessage request in requestStream.ReadAllAsync())
        {
            await responseStream.WriteAsync(request);
        }

        return phrase;
    }
}
