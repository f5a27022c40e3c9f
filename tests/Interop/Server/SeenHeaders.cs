using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata.Interop.Server;

/// <summary>A server that notes the header fields of each request, as they are on the wire.</summary>
internal sealed class SeenHeaders : IAsyncDisposable
{
    private readonly ConcurrentQueue<Dictionary<string, string[]>> _requests = new();
    private EchoServer? _server;

    internal EchoServer Server => _server!;

    internal Uri Url => new(Server.Url);

    /// <summary>The fields of every request so far, by lower-case name.</summary>
    internal IReadOnlyList<Dictionary<string, string[]>> Requests => [.. _requests];

    /// <summary>The fields of the only request.</summary>
    internal Dictionary<string, string[]> Request => Assert.Single(_requests);

    /// <summary>Starts a server.</summary>
    /// <param name="behaviour">What every call does beside.</param>
    /// <param name="pipeline">Middleware in front of gRPC.</param>
    internal static async Task<SeenHeaders> StartAsync(Action<ServerCallContext>? behaviour = null, Action<WebApplication>? pipeline = null)
    {
        SeenHeaders seen = new();
        seen._server = await EchoServer.StartAsync(
            context =>
            {
                seen.Note(context.GetHttpContext().Request.Headers);
                behaviour?.Invoke(context);
                return Task.CompletedTask;
            },
            pipeline: pipeline);
        return seen;
    }

    /// <summary>The only value of a key of the only request, or null.</summary>
    internal string? Value(string key) => Request.TryGetValue(key, out string[]? values) ? Assert.Single(values) : null;

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private void Note(IHeaderDictionary headers) =>
        _requests.Enqueue(headers.ToDictionary(field => field.Key.ToLowerInvariant(), field => field.Value.Select(value => value ?? "").ToArray()));
}
