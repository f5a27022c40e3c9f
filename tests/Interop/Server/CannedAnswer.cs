using Google.Protobuf;
using Microsoft.Extensions.Primitives;

namespace TypedMetadata.Interop.Server;

/// <summary>An answer with fields that no server of ours would send.</summary>
internal sealed record CannedAnswer(string Status = "0")
{
    /// <summary>Whether all fields go out in one block of headers.</summary>
    internal bool TrailersOnly { get; init; }

    internal IReadOnlyList<(string Key, string[] Values)> Headers { get; init; } = [];

    internal IReadOnlyList<(string Key, string[] Values)> Trailers { get; init; } = [];

    /// <summary>Starts a server that gives it to every call.</summary>
    internal Task<EchoServer> StartAsync() => EchoServer.StartAsync(_ => Task.CompletedTask, pipeline: app => app.Run(AnswerAsync));

    internal async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        Add(context.Response.Headers, Headers);
        if (TrailersOnly)
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            Add(context.Response.Headers, Trailers);
            context.Response.Headers["grpc-status"] = Status;
            return;
        }

        // A stream that ends before its request does is reset, which a client that still writes takes for the end.
        await context.Response.Body.FlushAsync();
        await context.Request.Body.CopyToAsync(Stream.Null);
        byte[] message = new EchoMessage { Text = "hello" }.ToByteArray();
        await context.Response.Body.WriteAsync((byte[])[0, 0, 0, 0, (byte)message.Length, .. message]);
        foreach ((string key, string[] values) in Trailers)
        {
            context.Response.AppendTrailer(key, values);
        }

        context.Response.AppendTrailer("grpc-status", Status);
    }

    private static void Add(IHeaderDictionary headers, IReadOnlyList<(string Key, string[] Values)> fields)
    {
        foreach ((string key, string[] values) in fields)
        {
            headers[key] = new StringValues(values);
        }
    }
}
