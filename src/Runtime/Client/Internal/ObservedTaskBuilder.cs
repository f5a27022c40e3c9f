using System.Runtime.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// Builds a task whose exception is observed, because awaiting the call throws it too. If the task is not awaited, it does not raise
/// <see cref="TaskScheduler.UnobservedTaskException"/>, like the tasks of grpc-dotnet.
/// </summary>
internal struct ObservedTaskBuilder<T>
{
    private AsyncTaskMethodBuilder<T> _inner;

    public Task<T> Task => _inner.Task;

    public static ObservedTaskBuilder<T> Create() => default;

    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => _inner.Start(ref stateMachine);

    public void SetStateMachine(IAsyncStateMachine stateMachine) => _inner.SetStateMachine(stateMachine);

    public void SetResult(T result) => _inner.SetResult(result);

    public void SetException(Exception exception)
    {
        _inner.SetException(exception);
        _ = _inner.Task.Exception; // which observes it
    }

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
