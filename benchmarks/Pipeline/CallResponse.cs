using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata.Benchmarks.Pipeline;

/// <summary>A response that starts when Kestrel's would, and whose body goes nowhere.</summary>
internal sealed class CallResponse : PipeWriter, IHttpResponseFeature, IHttpResponseBodyFeature, IHttpResponseTrailersFeature
{
    private readonly byte[] _buffer = new byte[8192];
    private readonly Stack<(Func<object, Task> Run, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Run, object State)> _completed = new();

    public int StatusCode { get; set; }

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = KestrelHeaders.OfResponse();

    public IHeaderDictionary Trailers { get; set; } = KestrelHeaders.OfTrailers();

    public Stream Body { get; set; } = Stream.Null;

    public Stream Stream => Stream.Null;

    public PipeWriter Writer => this;

    public bool HasStarted { get; private set; }

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (!HasStarted)
        {
            HasStarted = true;
            Run(_starting);
        }

        return Task.CompletedTask;
    }

    public Task CompleteAsync()
    {
        _ = StartAsync();
        Run(_completed);
        return Task.CompletedTask;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        _ = StartAsync(cancellationToken);
        return default;
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer;

    public override Span<byte> GetSpan(int sizeHint = 0) => _buffer;

    public override void Advance(int bytes)
    {
    }

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    internal void Reset()
    {
        StatusCode = StatusCodes.Status200OK;
        HasStarted = false;
        Headers.Clear();
        Trailers.Clear();
    }

    private static void Run(Stack<(Func<object, Task> Run, object State)> callbacks)
    {
        while (callbacks.TryPop(out (Func<object, Task> Run, object State) callback))
        {
            callback.Run(callback.State).ThrowUnlessDone();
        }
    }
}
