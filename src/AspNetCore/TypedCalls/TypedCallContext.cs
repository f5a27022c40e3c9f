using Grpc.Core;

namespace TypedMetadata;

/// <summary>Represents the context of a typed call to an RPC that declares no initial metadata.</summary>
/// <param name="context">The context of the gRPC call.</param>
/// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
public readonly struct TypedCallContext(ServerCallContext context)
{
    /// <summary>Gets the context of the gRPC call.</summary>
    public ServerCallContext ServerCallContext { get; } = context ?? throw new ArgumentNullException(nameof(context));

    /// <summary>Gets the deadline of the call, or <see cref="Deadline.Infinite"/> if the call has none.</summary>
    public Deadline Deadline => ServerCallContext.GetDeadline();

    /// <summary>Gets the peer of the call: the remote address of the connection and the client certificate.</summary>
    public Peer Peer => ServerCallContext.GetPeer();

    /// <summary>Gets the token that is canceled when the client cancels the call or the deadline passes.</summary>
    public CancellationToken CancellationToken => ServerCallContext.CancellationToken;

    /// <summary>Sets the keys of a record in the trailing metadata. Use it for a call that fails: a successful call sends the record that the method returns.</summary>
    /// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
    /// <param name="metadata">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written. Nothing was set.</exception>
    /// <exception cref="InvalidOperationException">The call has ended.</exception>
    public void SetTrailingMetadata<TTrailing>(TTrailing metadata)
        where TTrailing : ITrailingMetadata<TTrailing> => ServerCallContext.SetTrailingMetadata(metadata);
}

/// <summary>Represents the context of a typed call to an RPC that declares initial metadata.</summary>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <param name="context">The context of the gRPC call.</param>
/// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
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

    /// <summary>Writes the initial metadata and sends the response headers immediately. After that, the client neither retries nor hedges the call.</summary>
    /// <param name="metadata">The record.</param>
    /// <returns>A task that completes when the headers have been sent.</returns>
    /// <exception cref="MetadataException">A value cannot be written. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The response headers have already been sent, or the call has ended.</exception>
    public Task WriteInitialMetadataAsync(TInitial metadata) => ServerCallContext.WriteInitialMetadataAsync(metadata);

    /// <summary>Adds the initial metadata, which is sent with the first message, or at the end of a successful call without messages.</summary>
    /// <param name="metadata">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written, or a key was already added with a different value. Nothing was added.</exception>
    /// <exception cref="InvalidOperationException">The response headers have already been sent, or the call has ended.</exception>
    public void AddInitialMetadata(TInitial metadata) => ServerCallContext.AddInitialMetadata(metadata);

    /// <inheritdoc cref="TypedCallContext.SetTrailingMetadata"/>
    public void SetTrailingMetadata<TTrailing>(TTrailing metadata)
        where TTrailing : ITrailingMetadata<TTrailing> => ServerCallContext.SetTrailingMetadata(metadata);
}
