using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Represents a response stream that captures the messages of the handler under test.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
/// <param name="context">The context of the call, or null. If it is set, the first message sends the response headers, as on a server.</param>
public sealed class TestServerStreamWriter<T>(TestServerCallContext? context = null) : IServerStreamWriter<T>
{
    private readonly ConcurrentQueue<T> _messages = [];

    /// <summary>Gets the messages that were written, in order.</summary>
    public IReadOnlyList<T> Messages => [.. _messages];

    /// <inheritdoc/>
    public WriteOptions? WriteOptions { get; set; }

    /// <inheritdoc/>
    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    /// <summary>Captures a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">A token. If it is already canceled, the message is not captured.</param>
    /// <returns>A task that completes when the message is captured.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is canceled.</exception>
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
