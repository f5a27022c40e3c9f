using Grpc.Core;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Calls;

/// <summary>A call of any kind: its typed views, and how to end it.</summary>
/// <param name="Initial">What came with the response headers.</param>
/// <param name="Trailing">What came at the end.</param>
/// <param name="FinishAsync">Sends the message if it was not sent, and reads to the end.</param>
/// <param name="Call">The call itself.</param>
internal sealed record RunningCall(InitialMetadataView Initial, TrailingMetadataView Trailing, Func<Task<string?>> FinishAsync, IDisposable Call) : IDisposable
{
    internal static RunningCall Start(CallKind kind, Echo.EchoClient client, Metadata? headers = null, string text = "hello", DateTime? deadline = null, CancellationToken cancellation = default)
    {
        EchoMessage message = new() { Text = text };
        return kind switch
        {
            CallKind.Unary => Of(client.UnaryAsync(message, headers, deadline, cancellation)),
            CallKind.ClientStreaming => Of(client.ClientStreaming(headers, deadline, cancellation), message),
            CallKind.ServerStreaming => Of(client.ServerStreaming(message, headers, deadline, cancellation)),
            _ => Of(client.Duplex(headers, deadline, cancellation), message),
        };
    }

    public void Dispose() => Call.Dispose();

    /// <summary>Sends a message and reads the rest.</summary>
    internal static async Task<string?> SendAndReadAsync(IClientStreamWriter<EchoMessage> stream, EchoMessage message, Func<Task<string?>> readAsync)
    {
        await SendAsync(stream, message);
        return await readAsync();
    }

    /// <summary>Reads a stream to its end.</summary>
    internal static async Task<string?> LastAsync(IAsyncStreamReader<EchoMessage> stream)
    {
        string? last = null;
        await foreach (EchoMessage message in stream.ReadAllAsync())
        {
            last = message.Text;
        }

        return last;
    }

    private static RunningCall Of(AsyncUnaryCall<EchoMessage> call) =>
        new(call.InitialMetadata(), call.TrailingMetadata(), async () => (await call).Text, call);

    private static RunningCall Of(AsyncClientStreamingCall<EchoMessage, EchoMessage> call, EchoMessage message) =>
        new(call.InitialMetadata(), call.TrailingMetadata(), () => SendAndReadAsync(call.RequestStream, message, async () => (await call).Text), call);

    private static RunningCall Of(AsyncServerStreamingCall<EchoMessage> call) =>
        new(call.InitialMetadata(), call.TrailingMetadata(), () => LastAsync(call.ResponseStream), call);

    private static RunningCall Of(AsyncDuplexStreamingCall<EchoMessage, EchoMessage> call, EchoMessage message) =>
        new(call.InitialMetadata(), call.TrailingMetadata(), () => SendAndReadAsync(call.RequestStream, message, () => LastAsync(call.ResponseStream)), call);

    // A call that has ended takes no more messages; why it ended, its response says.
    private static async Task SendAsync(IClientStreamWriter<EchoMessage> stream, EchoMessage message)
    {
        try
        {
            await stream.WriteAsync(message);
            await stream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException or IOException)
        {
        }
    }
}
