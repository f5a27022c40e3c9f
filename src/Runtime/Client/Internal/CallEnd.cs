using Grpc.Core;

namespace TypedMetadata;

/// <summary>How a call ended, for a call that is known to have ended in its headers.</summary>
internal static class CallEnd
{
    private const int TurnsWithoutDelay = 100;
    private const int Turns = 10_000;

    /// <summary>Throws the call's <see cref="RpcException"/> once its status is known, unless that is OK.</summary>
    /// <param name="succeeded">
    /// Whether the headers say OK. That is the end of a stream without messages, whose status grpc-dotnet only shows after MoveNext;
    /// a call that should return one message fails all the same.
    /// </param>
    /// <param name="call">The call.</param>
    /// <param name="members">The members of a call of its kind.</param>
    internal static async Task ThrowIfFailedAsync(object call, CallMembers members, bool succeeded)
    {
        if (members.Response(call) is Task response)
        {
            await response.ConfigureAwait(false);
            return;
        }

        if (succeeded)
        {
            return;
        }

        Status ended = await StatusAsync(call, members, Turns).ConfigureAwait(false)
            ?? new Status(StatusCode.Unknown, "The call ended with a Trailers-Only response, but its status is unknown.");
        if (ended.StatusCode != StatusCode.OK)
        {
            throw Failure(ended, call, members);
        }
    }

    /// <summary>What to say of a call that failed in its headers, on a channel whose handler tells nobody: null of any other call. It does not wait for a call that goes on.</summary>
    /// <param name="headers">What was taken for its initial metadata.</param>
    /// <param name="call">The call.</param>
    /// <param name="members">The members of a call of its kind.</param>
    internal static async Task<string?> HiddenStatusAsync(Metadata headers, object call, CallMembers members) =>
        await StatusAsync(call, members, TurnsWithoutDelay).ConfigureAwait(false) is { StatusCode: not StatusCode.OK } status && Failure(status, call, members).Trailers is { } trailers && IsSameBlock(headers, trailers)
            ? $"The call failed with {status.StatusCode}. Create the channel with UseTypedMetadata() to receive that status as an RpcException."
            : null;

    /// <summary>The exception of a call that failed. A status that was malformed leaves no trailers to read.</summary>
    internal static RpcException Failure(Status ended, object call, CallMembers members)
    {
        try
        {
            return new RpcException(ended, members.Trailers(call));
        }
        catch (InvalidOperationException)
        {
            return new RpcException(ended);
        }
    }

    // Grpc.Net.Client makes both of the one block that came.
    private static bool IsSameBlock(Metadata headers, Metadata trailers) =>
        headers.Count != 0 && headers.Select(static entry => (entry.Key, entry.IsBinary)).SequenceEqual(trailers.Select(static entry => (entry.Key, entry.IsBinary)));

    // grpc-dotnet finishes a streaming call a moment after it hands out the headers, and offers nothing to await but MoveNext,
    // which is the user's. The headers ended the call, so the status is there after a few turns of the thread pool.
    private static async Task<Status?> StatusAsync(object call, CallMembers members, int turns)
    {
        for (int turn = 0; turn < turns; turn++)
        {
            try
            {
                return members.Status(call);
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

        return null;
    }
}
