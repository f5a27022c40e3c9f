using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Reliability.Load;

/// <summary>A call of any kind with grpc-dotnet's own metadata.</summary>
internal sealed record PlainCall(Task<Metadata> Headers, Func<Metadata> Trailers, Func<Task<string?>> FinishAsync, IDisposable Call) : IDisposable
{
    internal static PlainCall Start(CallKind kind, Echo.EchoClient client, Metadata headers, string text, DateTime deadline)
    {
        EchoMessage message = new() { Text = text };
        switch (kind)
        {
            case CallKind.Unary:
                AsyncUnaryCall<EchoMessage> unary = client.UnaryAsync(message, headers, deadline);
                return new(unary.ResponseHeadersAsync, unary.GetTrailers, async () => (await unary).Text, unary);
            case CallKind.ClientStreaming:
                AsyncClientStreamingCall<EchoMessage, EchoMessage> sending = client.ClientStreaming(headers, deadline);
                return new(sending.ResponseHeadersAsync, sending.GetTrailers, async () => await SendAsync(sending.RequestStream, message, async () => (await sending).Text), sending);
            case CallKind.ServerStreaming:
                AsyncServerStreamingCall<EchoMessage> receiving = client.ServerStreaming(message, headers, deadline);
                return new(receiving.ResponseHeadersAsync, receiving.GetTrailers, () => LastAsync(receiving.ResponseStream), receiving);
            default:
                AsyncDuplexStreamingCall<EchoMessage, EchoMessage> both = client.Duplex(headers, deadline);
                return new(both.ResponseHeadersAsync, both.GetTrailers, () => SendAsync(both.RequestStream, message, () => LastAsync(both.ResponseStream)), both);
        }
    }

    public void Dispose() => Call.Dispose();

    private static async Task<string?> SendAsync(IClientStreamWriter<EchoMessage> stream, EchoMessage message, Func<Task<string?>> receiveAsync)
    {
        await stream.WriteAsync(message);
        await stream.CompleteAsync();
        return await receiveAsync();
    }

    private static async Task<string?> LastAsync(IAsyncStreamReader<EchoMessage> stream)
    {
        string? last = null;
        await foreach (EchoMessage message in stream.ReadAllAsync())
        {
            last = message.Text;
        }

        return last;
    }
}
