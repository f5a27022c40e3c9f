namespace TypedMetadata;

/// <summary>Represents what a method of a typed service returns: a message, and the trailing metadata without which it cannot succeed. A tuple converts to it.</summary>
/// <typeparam name="TMessage">The response message.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="message">The response message.</param>
/// <param name="trailingMetadata">The record.</param>
/// <exception cref="ArgumentNullException">One of them is null.</exception>
public readonly struct TypedResponse<TMessage, TTrailing>(TMessage message, TTrailing trailingMetadata)
    where TMessage : class
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets the response message.</summary>
    public TMessage Message { get; } = message ?? throw new ArgumentNullException(nameof(message));

    /// <summary>Gets the trailing metadata.</summary>
    public TTrailing TrailingMetadata { get; } = trailingMetadata ?? throw new ArgumentNullException(nameof(trailingMetadata));

    /// <summary>Converts a tuple of a message and its trailing metadata.</summary>
    /// <param name="response">The message and the record.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static implicit operator TypedResponse<TMessage, TTrailing>((TMessage Message, TTrailing TrailingMetadata) response) => new(response.Message, response.TrailingMetadata);
}
