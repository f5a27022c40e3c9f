using Grpc.Core;

namespace TypedMetadata;

/// <summary>How a call ended, for a call that is known to have ended in its headers.</summary>
/// <param name="call">The call. Functions take it, so that none has to be made for each.</param>
/// <param name="response">The response of a unary or client-streaming call; null for the calls that answer a stream.</param>
/// <param name="status">The call's status, which throws until it is known.</param>
/// <param name="trailers">The call's trailers.</param>
internal sealed class CallEnd(object call, Task? response, Func<object, Status> status, Func<object, Metadata> trailers)
{
    private const int TurnsWithoutDelay = 100;
    private const int Turns = 10_000;

    /// <summary>Throws the call's <see cref="RpcException"/> once its status is known, unless that is OK.</summary>
    /// <param name="succeeded">
    /// Whether the headers say OK. That is the end of a stream without messages, whose status grpc-dotnet only shows after MoveNext;
    /// a call that should answer one message fails all the same.
    /// </param>
    internal async Task ThrowIfFailedAsync(bool succeeded)
    {
        if (response is not null)
        {
            await response.ConfigureAwait(false);
            return;
        }

        if (succeeded)
        {
            return;
        }

        Status ended = await StatusAsync().ConfigureAwait(false);
        if (ended.StatusCode != StatusCode.OK)
        {
            throw Failure(ended);
        }
    }

    // A status that was malformed leaves no trailers to read.
    private RpcException Failure(Status ended)
    {
        try
        {
            return new RpcException(ended, trailers(call));
        }
        catch (InvalidOperationException)
        {
            return new RpcException(ended);
        }
    }

    // grpc-dotnet finishes a streaming call a moment after it hands out the headers, and offers nothing to await but MoveNext,
    // which is the user's. The headers ended the call, so the status is there after a few turns of the thread pool.
    private async Task<Status> StatusAsync()
    {
        for (int turn = 0; turn < Turns; turn++)
        {
            try
            {
                return status(call);
            }
            catch (InvalidOperationException) when (turn < TurnsWithoutDelay)
            {
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }
            catch (InvalidOperationException)
            {
                await Task.Delay(1).ConfigureAwait(false);
            }
        }

        return new Status(StatusCode.Unknown, "The call ended in its headers, but its status did not become known.");
    }
}
