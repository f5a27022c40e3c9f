using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Takes the requests of code that sends a stream, and keeps them.</summary>
/// <typeparam name="T">The message.</typeparam>
public sealed class TestClientStreamWriter<T> : IClientStreamWriter<T>
{
    private readonly ConcurrentQueue<T> _messages = [];
    private volatile bool _isCompleted;

    /// <summary>What was written, in order.</summary>
    public IReadOnlyList<T> Messages => [.. _messages];

    /// <summary>Gets a value that indicates whether the code said that no more will come.</summary>
    public bool IsCompleted => _isCompleted;

    /// <inheritdoc/>
    public WriteOptions? WriteOptions { get; set; }

    /// <inheritdoc/>
    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    /// <summary>Keeps a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels before, not while, the message is kept.</param>
    /// <exception cref="InvalidOperationException">The stream was completed before.</exception>
    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_isCompleted)
        {
            return Task.FromException(new InvalidOperationException("Request stream has already been completed."));
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromException(new RpcException(new Status(StatusCode.Cancelled, "Call canceled by the client.")));
        }

        _messages.Enqueue(message);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task CompleteAsync()
    {
        _isCompleted = true;
        return Task.CompletedTask;
    }
}
