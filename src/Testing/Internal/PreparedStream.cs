using Grpc.Core;

namespace TypedMetadata.Testing;

/// <summary>Returns the response messages of a call, and then ends the call.</summary>
internal sealed class PreparedStream<T>(IReadOnlyList<T> messages, PreparedCall call) : IAsyncStreamReader<T>
{
    private int _read;

    /// <inheritdoc/>
    public T Current { get; private set; } = default!;

    /// <inheritdoc/>
    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromException<bool>(new RpcException(new Status(StatusCode.Cancelled, "Call canceled by the client.")));
        }

        if (_read < messages.Count)
        {
            Current = messages[_read++];
            return Task.FromResult(true);
        }

        call.End();
        return call.Failure is RpcException failure ? Task.FromException<bool>(failure) : Task.FromResult(false);
    }
}
