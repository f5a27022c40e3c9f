using System.Globalization;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Reliability.Load;

/// <summary>The server's process: it sends back what came, in initial and trailing metadata, typed or as one writes it by hand.</summary>
internal static class LoadServer
{
    internal static async Task<int> ServeAsync(bool typed)
    {
        await using EchoServer server = await EchoServer.StartAsync(typed ? TypedAsync : ByHandAsync, grpc =>
        {
            // Why Kestrel closed a connection it says at this level, and nobody else can.
            grpc.Services.AddLogging(logs => logs.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter((category, level) =>
                level >= LogLevel.Information && category?.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true));
            if (typed)
            {
                grpc.AddTypedMetadata();
            }
        });
        Console.WriteLine(server.Url);
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }

    private static async Task TypedAsync(ServerCallContext context)
    {
        CallTicket ticket = context.ReadRequestMetadata<CallTicket>() with
        {
            LeftMilliseconds = (long)context.GetDeadline().TimeRemaining.TotalMilliseconds,
            SeenPeer = context.GetPeer().ToString(),
        };
        await context.WriteInitialMetadataAsync(ticket);
        context.SetTrailingMetadata(ticket);
    }

    private static async Task ByHandAsync(ServerCallContext context)
    {
        string text = context.RequestHeaders.GetValue("text") ?? throw new RpcException(new Status(StatusCode.InvalidArgument, "text is missing"));
        byte[] blob = context.RequestHeaders.GetValueBytes("blob-bin") ?? throw new RpcException(new Status(StatusCode.InvalidArgument, "blob-bin is missing"));
        string left = ((long)(context.Deadline - DateTime.UtcNow).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        Metadata answer = new() { { "text", text }, { "blob-bin", blob }, { "left-milliseconds", left }, { "seen-peer", context.Peer } };
        await context.WriteResponseHeadersAsync(answer);
        foreach (Metadata.Entry entry in answer)
        {
            context.ResponseTrailers.Add(entry);
        }
    }
}
