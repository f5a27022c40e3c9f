using Grpc.Core;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>A service that says what it read of the key that a message asks for; of a neighbour, its badge.</summary>
internal sealed class ReadingService : Echo.EchoBase
{
    internal const string AskForBadge = "badge";

    public override Task<EchoMessage> Unary(EchoMessage request, ServerCallContext context) => Task.FromResult(Look(request, context));

    public override async Task<EchoMessage> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, ServerCallContext context) =>
        Look(await LastAsync(requestStream), context);

    public override Task ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context) =>
        responseStream.WriteAsync(Look(request, context));

    public override async Task Duplex(IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context) =>
        await responseStream.WriteAsync(Look(await LastAsync(requestStream), context));

    private static async Task<EchoMessage> LastAsync(IAsyncStreamReader<EchoMessage> requests)
    {
        EchoMessage last = new();
        await foreach (EchoMessage request in requests.ReadAllAsync())
        {
            last = request;
        }

        return last;
    }

    private static EchoMessage Look(EchoMessage request, ServerCallContext context)
    {
        if (request.Text == AskForBadge)
        {
            Badge badge = context.ReadRequestMetadata<Badge>();
            context.SetTrailingMetadata(badge);
            return new() { Text = badge.Holder };
        }

        Target target = context.ReadRequestMetadata<Target>();
        return new() { Text = request.Text.Length == 0 ? Entries(target) : Subject.Of(request.Text).Show(target) };
    }

    internal static string Entries(Target target) => string.Join('|', target.Map.Select(entry => $"{entry.Key}={entry.Value}"));
}
