using Grpc.Core;

namespace TypedMetadata;

/// <summary>A call that starts when its request metadata is available. Until then, it behaves like a call that waits for its server.</summary>
internal abstract class StartingCall
{
    // The members that the four kinds of call have.
    internal static readonly Func<object, Task<Metadata>> Headers = static self => ((StartingCall)self).HeadersAsync();
    internal static readonly Func<object, Status> Status = static self => ((StartingCall)self).GetStatus();
    internal static readonly Func<object, Metadata> Trailers = static self => ((StartingCall)self).GetTrailers();
    internal static readonly Action<object> Dispose = static self => ((StartingCall)self).End();

    private protected abstract Task<Metadata> HeadersAsync();

    private protected abstract Status GetStatus();

    private protected abstract Metadata GetTrailers();

    private protected abstract void End();

    /// <summary>Returns the task, and observes its exception, so that it is not reported as unobserved.</summary>
    internal static Task<TResult> Observed<TResult>(Task<TResult> task)
    {
        Continue(task, static failed => _ = failed.Exception, TaskContinuationOptions.OnlyOnFaulted);
        return task;
    }

    private protected static void Continue<TResult>(Task<TResult> task, Action<Task<TResult>> action, TaskContinuationOptions when) =>
        task.ContinueWith(action, CancellationToken.None, when | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}

/// <summary>A call of one of the four kinds that starts when its request metadata is available.</summary>
/// <typeparam name="TCall">The kind of the call.</typeparam>
internal sealed class StartingCall<TCall> : StartingCall
    where TCall : class, IDisposable
{
    private readonly PendingOptions _options;
    private readonly Func<TCall, CallParts> _parts;
    private readonly Task<TCall> _started;

    /// <summary>Starts a call when its options are complete.</summary>
    /// <param name="options">The options.</param>
    /// <param name="start">Starts the call.</param>
    /// <param name="parts">The members that all kinds of call have.</param>
    internal StartingCall(PendingOptions options, Func<CallOptions, TCall> start, Func<TCall, CallParts> parts)
    {
        _options = options;
        _parts = parts;
        _started = Observed(StartAsync(start));
    }

    /// <summary>The call. It must have started.</summary>
    internal TCall Started => _started.IsCompletedSuccessfully ? _started.Result : throw new InvalidOperationException("The call has not started.");

    /// <summary>Returns a value of the call when it has started.</summary>
    internal Task<TResult> AfterStart<TResult>(Func<TCall, Task<TResult>> part)
    {
        return Observed(GetAsync());

        async Task<TResult> GetAsync() => await part(await _started.ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Returns the call when it has started. Cancellation ends the call, as it does for a started call.</summary>
    internal async Task<TCall> StartedAsync(CancellationToken cancellation)
    {
        using CancellationTokenRegistration cancelled = cancellation.UnsafeRegister(static options => ((PendingOptions)options!).Cancel(), _options);
        return await _started.ConfigureAwait(false);
    }

    private protected override Task<Metadata> HeadersAsync() => AfterStart(call => _parts(call).Headers());

    private protected override Status GetStatus() => _started switch
    {
        { IsCompletedSuccessfully: true } => _parts(_started.Result).Status(),
        { Exception.InnerException: RpcException ended } => ended.Status,
        { Exception.InnerException: Exception fault } => new Status(StatusCode.Internal, "Error starting gRPC call.", fault),
        _ => throw new InvalidOperationException("Unable to get the status because the call is not complete."),
    };

    private protected override Metadata GetTrailers() => _started switch
    {
        { IsCompletedSuccessfully: true } => _parts(_started.Result).Trailers(),
        { IsCompleted: true } => [],
        _ => throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully."),
    };

    private protected override void End()
    {
        _options.Dispose();
        Continue(_started, static started => started.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion);
    }

    private async Task<TCall> StartAsync(Func<CallOptions, TCall> start) => start(await _options.Completed.ConfigureAwait(false));
}

/// <summary>The members that the four kinds of call have in common.</summary>
internal sealed record CallParts(Func<Task<Metadata>> Headers, Func<Status> Status, Func<Metadata> Trailers);
