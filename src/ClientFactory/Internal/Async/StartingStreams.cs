using Grpc.Core;

namespace TypedMetadata;

/// <summary>Writes to a call when it has started.</summary>
internal sealed class StartingRequestStream<TCall, TRequest>(StartingCall<TCall> call, Func<TCall, IClientStreamWriter<TRequest>> stream) : IClientStreamWriter<TRequest>
    where TCall : class, IDisposable
{
    /// <inheritdoc/>
    public WriteOptions? WriteOptions { get; set; }

    /// <inheritdoc/>
    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    /// <inheritdoc/>
    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        IClientStreamWriter<TRequest> started = stream(await call.StartedAsync(cancellationToken).ConfigureAwait(false));
        started.WriteOptions = WriteOptions;
        await started.WriteAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task CompleteAsync() => await stream(await call.StartedAsync(CancellationToken.None).ConfigureAwait(false)).CompleteAsync().ConfigureAwait(false);
}

/// <summary>Reads from a call when it has started.</summary>
internal sealed class StartingResponseStream<TCall, TResponse>(StartingCall<TCall> call, Func<TCall, IAsyncStreamReader<TResponse>> stream) : IAsyncStreamReader<TResponse>
    where TCall : class, IDisposable
{
    /// <inheritdoc/>
    public TResponse Current => stream(call.Started).Current;

    /// <inheritdoc/>
    public async Task<bool> MoveNext(CancellationToken cancellationToken) =>
        await stream(await call.StartedAsync(cancellationToken).ConfigureAwait(false)).MoveNext(cancellationToken).ConfigureAwait(false);
}
