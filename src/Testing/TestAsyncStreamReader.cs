using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Gives a handler, or code that reads a stream, the messages that it is made with.</summary>
/// <typeparam name="T">The message.</typeparam>
public sealed class TestAsyncStreamReader<T> : IAsyncStreamReader<T>
{
    private readonly IReadOnlyList<T> _messages;
    private readonly Exception? _failure;

    /// <summary>A stream of these messages.</summary>
    /// <param name="messages">The messages, in order.</param>
    public TestAsyncStreamReader(params T[] messages)
        : this((IEnumerable<T>)messages)
    {
    }

    /// <summary>A stream of these messages.</summary>
    /// <param name="messages">The messages, in order.</param>
    public TestAsyncStreamReader(IEnumerable<T> messages) => _messages = [.. messages];

    /// <summary>A stream of these messages that breaks after them.</summary>
    /// <param name="messages">The messages, in order.</param>
    /// <param name="failure">What the read after the last message throws, such as an <see cref="IOException"/> when the client is gone.</param>
    public TestAsyncStreamReader(IEnumerable<T> messages, Exception failure)
        : this(messages)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _failure = failure;
    }

    /// <summary>How many messages were read.</summary>
    public int MessagesRead { get; private set; }

    /// <inheritdoc/>
    public T Current { get; private set; } = default!;

    /// <inheritdoc/>
    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<bool>(cancellationToken);
        }

        if (MessagesRead < _messages.Count)
        {
            Current = _messages[MessagesRead++];
            return Task.FromResult(true);
        }

        Current = default!;
        return _failure is null ? Task.FromResult(false) : Task.FromException<bool>(_failure);
    }
}
