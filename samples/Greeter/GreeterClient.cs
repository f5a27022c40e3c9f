using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata;

namespace Greeter;

/// <summary>Makes two calls that succeed and one that is rejected.</summary>
internal sealed class GreeterClient(string url, ConsoleReport report, WireTap? tap = null)
{
    private static readonly Guid _token = Guid.Parse("0d16ad85-6ce4-4773-a1be-9f62b2e886a3");

    private readonly CallerInfo _caller = new("acme", AuthToken: _token, AuthTokenBytes: _token)
    {
        Locale = "en-GB",
        Trace = new TraceContext { Span = "8e1c", Sampled = true },
    };

    internal async Task RunAsync()
    {
        SocketsHttpHandler network = new() { EnableMultipleHttp2Connections = true };
        GrpcChannelOptions options = new() { HttpHandler = tap?.WatchClient(network) ?? (HttpMessageHandler)network };
        using GrpcChannel channel = GrpcChannel.ForAddress(url, options.UseTypedMetadata());
        Greeter.GreeterClient client = new(channel);

        ConsoleReport.Record(_caller);
        await SayHelloAsync(client);
        await ChatAsync(client);
        await SendInvalidMetadataAsync(client);
    }

    private async Task SayHelloAsync(Greeter.GreeterClient client)
    {
        ConsoleReport.Title("A unary call");
        using AsyncUnaryCall<HelloReply> call = client.SayHelloAsync(new HelloRequest { Name = "Ada" }, _caller);
        BeginInfo begin = await call.InitialMetadata().ReadAsync<BeginInfo>();
        HelloReply reply = await call;
        EndInfo end = call.TrailingMetadata().Read<EndInfo>();
        report.Call(_caller, begin, [reply.Message], end);
    }

    private async Task ChatAsync(Greeter.GreeterClient client)
    {
        ConsoleReport.Title("A bidirectional streaming call");
        using AsyncDuplexStreamingCall<HelloRequest, HelloReply> call = client.Chat(_caller with { Attempt = 2, Locale = null });
        BeginInfo begin = await call.InitialMetadata().ReadAsync<BeginInfo>();
        List<string> replies = [];
        foreach (string name in new[] { "Grace", "Barbara" })
        {
            await call.RequestStream.WriteAsync(new HelloRequest { Name = name });
            await call.ResponseStream.MoveNext(CancellationToken.None);
            replies.Add(call.ResponseStream.Current.Message);
        }

        await call.RequestStream.CompleteAsync();
        await call.ResponseStream.MoveNext(CancellationToken.None);
        EndInfo end = call.TrailingMetadata().Read<EndInfo>();
        report.Call(_caller with { Attempt = 2, Locale = null }, begin, replies, end);
    }

    // Code that does not use the record can send anything. The status lists all invalid keys at once, without their values.
    private async Task SendInvalidMetadataAsync(Greeter.GreeterClient client)
    {
        ConsoleReport.Title("A rejected call");
        Metadata wrong = _caller.ToMetadata();
        wrong.Remove(wrong.Get("tenant-id")!);
        wrong.Set(MetadataKey.Text("auth-token"), "not-a-uuid");
        try
        {
            await client.SayHelloAsync(new HelloRequest { Name = "Mallory" }, wrong);
        }
        catch (RpcException exception)
        {
            ConsoleReport.Rejection(wrong, exception.Status);
        }
    }
}
