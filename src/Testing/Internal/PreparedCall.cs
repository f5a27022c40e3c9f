using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.Testing;

/// <summary>A call that a <see cref="TestClientCall{TRequest, TResponse}"/> returns. Its status and trailers are available when the code under test has reached its end.</summary>
/// <param name="initial">The initial metadata.</param>
/// <param name="trailing">The trailing metadata.</param>
/// <param name="status">The status.</param>
/// <param name="endsInHeaders">Whether the response is a Trailers-Only response.</param>
internal sealed class PreparedCall(Metadata initial, Metadata trailing, Status status, bool endsInHeaders)
{
    private volatile bool _wasReadToEnd;

    private bool HasEnded => endsInHeaders || _wasReadToEnd;

    /// <summary>The exception of the call, or null for a successful call.</summary>
    internal RpcException? Failure => status.StatusCode == StatusCode.OK ? null : new RpcException(status, Copy(trailing));

    /// <summary>Returns the response headers as Grpc.Net.Client does: for a Trailers-Only response, they are the trailers and the notes of the handler.</summary>
    internal Task<Metadata> HeadersAsync()
    {
        Metadata headers = Copy(endsInHeaders ? trailing : initial);
        if (endsInHeaders)
        {
            ResponseNotes.Set(headers, new ResponseNotes { HasEndedInHeaders = true, HasSucceeded = status.StatusCode == StatusCode.OK });
        }

        return Task.FromResult(headers);
    }

    internal Task<T> ResponseAsync<T>(T? response)
        where T : class
    {
        End();
        if (Failure is not RpcException failure)
        {
            return Task.FromResult(response!);
        }

        // The exception is observed, so that it is not reported as unobserved if the response is not awaited.
        Task<T> failed = Task.FromException<T>(failure);
        _ = failed.Exception;
        return failed;
    }

    /// <summary>Marks the call as ended.</summary>
    internal void End() => _wasReadToEnd = true;

    /// <exception cref="InvalidOperationException">The call has not ended. The message is that of Grpc.Net.Client.</exception>
    internal Status Status() => HasEnded ? status : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    /// <exception cref="InvalidOperationException">The call has not ended. The message is that of Grpc.Net.Client.</exception>
    internal Metadata Trailers() => HasEnded ? Copy(trailing) : throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");

    private static Metadata Copy(Metadata metadata) => [.. metadata];
}
