using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Represents a request stream that captures the messages of the code under test.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public sealed class TestClientStreamWriter<T> : IClientStreamWriter<T>
{
    private readonly ConcurrentQueue<T> _messages = [];
    private volatile bool _isCompleted;

    /// <summary>Gets the messages that were written, in order.</summary>
    public IReadOnlyList<T> Messages => [.. _messages];

    /// <summary>Gets a value that indicates whether the code under test called <see cref="CompleteAsync"/>.</summary>
    public bool IsCompleted => _isCompleted;

    /// <inheritdoc/>
    public WriteOptions? WriteOptions { get; set; }

    /// <inheritdoc/>
    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    /// <summary>Captures a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">A token. If it is already canceled, the message is not captured.</param>
    /// <returns>A completed task.</returns>
    /// <exception cref="InvalidOperationException">The stream has already been completed.</exception>
    /// <exception cref="RpcException"><paramref name="cancellationToken"/> is canceled. The status code is <see cref="StatusCode.Cancelled"/>.</exception>
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
