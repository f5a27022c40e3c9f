using Grpc.Core;

namespace TypedMetadata;

/// <summary>The options of a call whose request metadata is not available yet. Waiting ends with the call's deadline, its cancellation or its disposal.</summary>
internal sealed class PendingOptions
{
    // Without a timer of its own at the end, and with no link to a token that outlives the call, it holds nothing that has to be disposed.
    private readonly CancellationTokenSource _ending = new();

    // Null means that the deadline has passed. The texts are those of Grpc.Net.Client.
    private string? _reason;

    /// <summary>Starts to wait.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="complete">Returns the options with the metadata.</param>
    internal PendingOptions(CallOptions options, Func<CancellationToken, Task<CallOptions>> complete) => Completed = WaitAsync(options, complete);

    /// <summary>The options with the metadata. The task fails with the exception of the delegate, or with the status of a call that has ended.</summary>
    internal Task<CallOptions> Completed { get; }

    /// <summary>Ends the wait.</summary>
    internal void Cancel() => End("Call canceled by the client.");

    /// <summary>Ends the wait because the call was canceled or disposed.</summary>
    internal void Dispose() => End("gRPC call disposed.");

    private async Task<CallOptions> WaitAsync(CallOptions options, Func<CancellationToken, Task<CallOptions>> complete)
    {
        using CancellationTokenRegistration cancelled = options.CancellationToken.UnsafeRegister(static self => ((PendingOptions)self!).Cancel(), this);
        _ending.CancelAfter(Left(options.Deadline));
        try
        {
            return await StartingCall.Observed(complete(_ending.Token)).WaitAsync(_ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            throw new RpcException(_reason is null ? new Status(StatusCode.DeadlineExceeded, "") : new Status(StatusCode.Cancelled, _reason));
        }
        finally
        {
            _ending.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private void End(string reason)
    {
        _reason ??= reason;
        _ending.Cancel();
    }

    // A timer takes no more than some weeks.
    private static TimeSpan Left(DateTime? deadline) =>
        deadline is not DateTime end || end == DateTime.MaxValue || end.ToUniversalTime() - DateTime.UtcNow is { TotalDays: > 20 } ? Timeout.InfiniteTimeSpan
        : end.ToUniversalTime() - DateTime.UtcNow is { Ticks: > 0 } left ? left
        : TimeSpan.Zero;
}
