using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata.Testing;

/// <summary>A response that starts like the response of a server, but is not sent.</summary>
internal sealed class TestResponse : HttpResponseFeature, IHttpResponseTrailersFeature
{
    private readonly Stack<Func<Task>> _starting = [];
    private bool _hasStarted;

    /// <inheritdoc/>
    public override bool HasStarted => _hasStarted;

    /// <inheritdoc/>
    public IHeaderDictionary Trailers { get; set; } = new HeaderDictionary();

    /// <inheritdoc/>
    public override void OnStarting(Func<object, Task> callback, object state) => _starting.Push(() => callback(state));

    /// <summary>Starts the response, unless it has already started.</summary>
    internal async Task StartAsync()
    {
        while (_starting.TryPop(out Func<Task>? callback))
        {
            await callback().ConfigureAwait(false);
        }

        _hasStarted = true;
    }
}
