using Grpc.Core;

namespace TypedMetadata;

/// <summary>Represents a call that a typed service handles, of an RPC without initial metadata.</summary>
/// <param name="context">The call.</param>
public readonly struct TypedCallContext(ServerCallContext context)
{
    /// <summary>Gets the call of gRPC.</summary>
    public ServerCallContext ServerCallContext { get; } = context ?? throw new ArgumentNullException(nameof(context));

    /// <summary>Gets the call's deadline, <see cref="Deadline.Infinite"/> if it has none.</summary>
    public Deadline Deadline => ServerCallContext.GetDeadline();

    /// <summary>Gets the other end of the connection.</summary>
    public Peer Peer => ServerCallContext.GetPeer();

    /// <summary>Gets the token that is cancelled when the client cancels the call, or its deadline passes.</summary>
    public CancellationToken CancellationToken => ServerCallContext.CancellationToken;

    /// <summary>Sets a record to go out with the status if the call fails. A call that succeeds sends what its method returns.</summary>
    /// <typeparam name="TTrailing">The record.</typeparam>
    /// <param name="metadata">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public void SetTrailingMetadata<TTrailing>(TTrailing metadata)
        where TTrailing : ITrailingMetadata<TTrailing> => ServerCallContext.SetTrailingMetadata(metadata);
}

/// <summary>Represents a call that a typed service handles, of an RPC with initial metadata.</summary>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <param name="context">The call.</param>
public readonly struct TypedCallContext<TInitial>(ServerCallContext context)
    where TInitial : IInitialMetadata<TInitial>
{
    /// <inheritdoc cref="TypedCallContext.ServerCallContext"/>
    public ServerCallContext ServerCallContext { get; } = context ?? throw new ArgumentNullException(nameof(context));

    /// <inheritdoc cref="TypedCallContext.Deadline"/>
    public Deadline Deadline => ServerCallContext.GetDeadline();

    /// <inheritdoc cref="TypedCallContext.Peer"/>
    public Peer Peer => ServerCallContext.GetPeer();

    /// <inheritdoc cref="TypedCallContext.CancellationToken"/>
    public CancellationToken CancellationToken => ServerCallContext.CancellationToken;

    /// <summary>Sends the initial metadata with the response headers, now. That commits the call: the client will neither retry nor hedge it afterwards.</summary>
    /// <param name="metadata">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The response headers were sent already, or the call has ended.</exception>
    public Task WriteInitialMetadataAsync(TInitial metadata) => ServerCallContext.WriteInitialMetadataAsync(metadata);

    /// <summary>Adds the initial metadata to the response headers, which go out with the first message, or at the end of a call that is OK without one.</summary>
    /// <param name="metadata">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written; nothing was added.</exception>
    /// <exception cref="InvalidOperationException">The response headers were sent already, or the call has ended.</exception>
    public void AddInitialMetadata(TInitial metadata) => ServerCallContext.AddInitialMetadata(metadata);

    /// <inheritdoc cref="TypedCallContext.SetTrailingMetadata"/>
    public void SetTrailingMetadata<TTrailing>(TTrailing metadata)
        where TTrailing : ITrailingMetadata<TTrailing> => ServerCallContext.SetTrailingMetadata(metadata);
}
