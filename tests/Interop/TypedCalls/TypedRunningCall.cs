using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.TypedCalls;

/// <summary>A call of a typed client, of any kind.</summary>
/// <param name="InitialAsync">Reads the initial metadata.</param>
/// <param name="Trailing">Reads the trailing metadata.</param>
/// <param name="FinishAsync">Sends the message if it was not sent, and reads to the end.</param>
/// <param name="Call">The call itself.</param>
internal sealed record TypedRunningCall(Func<Task<Begin>> InitialAsync, Func<End> Trailing, Func<Task<string?>> FinishAsync, IDisposable Call) : IDisposable
{
    internal static TypedRunningCall Start(CallKind kind, EchoCalls client, Caller caller, string text = "hello", Deadline deadline = default, CancellationToken cancellation = default)
    {
        EchoMessage message = new() { Text = text };
        switch (kind)
        {
            case CallKind.Unary:
                TypedUnaryCall<EchoMessage, Begin, End> unary = client.Unary(message, caller, deadline, cancellation);
                return new(() => unary.InitialMetadataAsync, () => unary.TrailingMetadata, async () => (await unary).Text, unary);
            case CallKind.ClientStreaming:
                TypedClientStreamingCall<EchoMessage, EchoMessage, Begin, End> up = client.ClientStreaming(caller, deadline, cancellation);
                return new(() => up.InitialMetadataAsync, () => up.TrailingMetadata, () => RunningCall.SendAndReadAsync(up.RequestStream, message, async () => (await up).Text), up);
            case CallKind.ServerStreaming:
                TypedServerStreamingCall<EchoMessage, Begin, End> down = client.ServerStreaming(message, caller, deadline, cancellation);
                return new(() => down.InitialMetadataAsync, () => down.TrailingMetadata, () => RunningCall.LastAsync(down.ResponseStream), down);
            default:
                TypedDuplexStreamingCall<EchoMessage, EchoMessage, Begin, End> both = client.Duplex(caller, deadline, cancellation);
                return new(() => both.InitialMetadataAsync, () => both.TrailingMetadata, () => RunningCall.SendAndReadAsync(both.RequestStream, message, () => RunningCall.LastAsync(both.ResponseStream)), both);
        }
    }

    public void Dispose() => Call.Dispose();
}
