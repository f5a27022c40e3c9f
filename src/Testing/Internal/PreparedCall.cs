using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.Testing;

/// <summary>One call that a <see cref="TestClientCall{TRequest, TResponse}"/> returns: its headers, and its end once the code under test has got there.</summary>
/// <param name="initial">What comes with the response headers.</param>
/// <param name="trailing">What comes with the status.</param>
/// <param name="status">The status.</param>
/// <param name="endsInHeaders">Whether it is Trailers-Only.</param>
internal sealed class PreparedCall(Metadata initial, Metadata trailing, Status status, bool endsInHeaders)
{
    private volatile bool _wasReadToEnd;

    private bool HasEnded => endsInHeaders || _wasReadToEnd;

    /// <summary>The failure, or null for a call that ends well.</summary>
    internal RpcException? Failure => status.StatusCode == StatusCode.OK ? null : new RpcException(status, Copy(trailing));

    /// <summary>What Grpc.Net.Client shows as response headers: of a Trailers-Only response its trailers, and beside them the handler's notes.</summary>
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

        // Seen, so that a call whose response nobody awaits is no unobserved exception.
        Task<T> failed = Task.FromException<T>(failure);
        _ = failed.Exception;
        return failed;
    }

    /// <summary>The code under test knows now how the call ended.</summary>
    internal void End() => _wasReadToEnd = true;

    /// <exception cref="InvalidOperationException">The call has not ended, in the words of Grpc.Net.Client.</exception>
    internal Status Status() => HasEnded ? status : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    /// <exception cref="InvalidOperationException">The call has not ended, in the words of Grpc.Net.Client.</exception>
    internal Metadata Trailers() => HasEnded ? Copy(trailing) : throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");

    private static Metadata Copy(Metadata metadata) => [.. metadata];
}
