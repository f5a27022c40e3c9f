using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Takes the messages of a handler that returns a stream, and keeps them.</summary>
/// <typeparam name="T">The message.</typeparam>
/// <param name="context">The call that the handler gets, so that its first message sends the response headers, as on a server; null if that does not matter.</param>
public sealed class TestServerStreamWriter<T>(TestServerCallContext? context = null) : IServerStreamWriter<T>
{
    private readonly ConcurrentQueue<T> _messages = [];

    /// <summary>What was written, in order.</summary>
    public IReadOnlyList<T> Messages => [.. _messages];

    /// <inheritdoc/>
    public WriteOptions? WriteOptions { get; set; }

    /// <inheritdoc/>
    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    /// <summary>Keeps a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels before, not while, the message is kept.</param>
    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        if (context is not null)
        {
            await context.StartAsync().ConfigureAwait(false);
        }

        _messages.Enqueue(message);
    }
}
