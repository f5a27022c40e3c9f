using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Represents a stream of messages for the code under test: a fixed list, optionally followed by an exception.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public sealed class TestAsyncStreamReader<T> : IAsyncStreamReader<T>
{
    private readonly IReadOnlyList<T> _messages;
    private readonly Exception? _failure;

    /// <summary>Initializes a new instance of the <see cref="TestAsyncStreamReader{T}"/> class with the messages of the stream.</summary>
    /// <param name="messages">The messages, in order.</param>
    public TestAsyncStreamReader(params T[] messages)
        : this((IEnumerable<T>)messages)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TestAsyncStreamReader{T}"/> class with the messages of the stream.</summary>
    /// <param name="messages">The messages, in order.</param>
    public TestAsyncStreamReader(IEnumerable<T> messages) => _messages = [.. messages];

    /// <summary>Initializes a new instance of the <see cref="TestAsyncStreamReader{T}"/> class with the messages of the stream and the exception that follows them.</summary>
    /// <param name="messages">The messages, in order.</param>
    /// <param name="failure">The exception that is thrown after the last message, such as an <see cref="IOException"/> for a client that disconnects.</param>
    public TestAsyncStreamReader(IEnumerable<T> messages, Exception failure)
        : this(messages)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _failure = failure;
    }

    /// <summary>Gets the number of messages that were read.</summary>
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
