namespace TypedMetadata;

/// <summary>Represents the result of a typed method: the response message and its trailing metadata. A tuple of both converts to it implicitly.</summary>
/// <typeparam name="TMessage">The response message.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="message">The response message.</param>
/// <param name="trailingMetadata">The record of trailing metadata.</param>
/// <exception cref="ArgumentNullException"><paramref name="message"/> or <paramref name="trailingMetadata"/> is null.</exception>
public readonly struct TypedResponse<TMessage, TTrailing>(TMessage message, TTrailing trailingMetadata)
    where TMessage : class
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets the response message.</summary>
    public TMessage Message { get; } = message ?? throw new ArgumentNullException(nameof(message));

    /// <summary>Gets the record of trailing metadata.</summary>
    public TTrailing TrailingMetadata { get; } = trailingMetadata ?? throw new ArgumentNullException(nameof(trailingMetadata));

    /// <summary>Converts a tuple of a response message and its trailing metadata.</summary>
    /// <param name="response">The response message and the record of trailing metadata.</param>
    /// <exception cref="ArgumentNullException">The message or the record is null.</exception>
    public static implicit operator TypedResponse<TMessage, TTrailing>((TMessage Message, TTrailing TrailingMetadata) response) => new(response.Message, response.TrailingMetadata);
}
