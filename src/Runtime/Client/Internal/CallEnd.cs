using Grpc.Core;

namespace TypedMetadata;

/// <summary>Gets the status of a call that ended with a Trailers-Only response.</summary>
internal static class CallEnd
{
    private const int TurnsWithoutDelay = 100;
    private const int Turns = 10_000;

    /// <summary>Throws the call's <see cref="RpcException"/> once its status is known, unless that is OK.</summary>
    /// <param name="succeeded">
    /// Whether the status in the headers is OK. Then a stream has no messages, and grpc-dotnet provides its status only after MoveNext; a call that must return one message
    /// fails.
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

    /// <summary>
    /// Returns the remedy for reading initial metadata of a failed call on a channel without <c>UseTypedMetadata()</c>, or null for other calls. It does not wait for a running
    /// call.
    /// </summary>
    /// <param name="headers">The headers that were read as initial metadata.</param>
    /// <param name="call">The call.</param>
    /// <param name="members">The members of a call of its kind.</param>
    internal static async Task<string?> HiddenStatusAsync(Metadata headers, object call, CallMembers members) =>
        await StatusAsync(call, members, TurnsWithoutDelay).ConfigureAwait(false) is { StatusCode: not StatusCode.OK } status && Failure(status, call, members).Trailers is { } trailers && IsSameBlock(headers, trailers)
            ? $"The call failed with {status.StatusCode}. Create the channel with UseTypedMetadata() to receive that status as an RpcException."
            : null;

    /// <summary>Creates the exception of a failed call. If the status was malformed, there are no trailers.</summary>
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

    // For a Trailers-Only response, Grpc.Net.Client returns the same block as headers and as trailers.
    private static bool IsSameBlock(Metadata headers, Metadata trailers) =>
        headers.Count != 0 && headers.Select(static entry => (entry.Key, entry.IsBinary)).SequenceEqual(trailers.Select(static entry => (entry.Key, entry.IsBinary)));

    // grpc-dotnet completes a streaming call shortly after it returns the headers, and only MoveNext, which belongs to the user, can be
    // awaited. The headers ended the call, so its status is available after a few yields to the thread pool.
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
