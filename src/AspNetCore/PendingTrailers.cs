using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>
/// Trailing fields that are encoded already. Until the response starts nobody knows whether it will be Trailers-Only, whose trailers
/// are headers; so they wait, and one callback puts them where they belong.
/// </summary>
internal sealed partial class PendingTrailers : IFieldTarget
{
    private readonly HttpContext _http;
    private readonly Dictionary<string, StringValues> _pending = new(StringComparer.Ordinal);
    private State _state;

    internal PendingTrailers(HttpContext http) => _http = http;

    private enum State
    {
        Unused,
        Waiting,
        Placed,
    }

    /// <inheritdoc/>
    /// <remarks>Parallel tasks of a handler may call it, also while the response starts.</remarks>
    public void Set(string key, StringValues fields)
    {
        lock (_pending)
        {
            if (_state == State.Unused)
            {
                Register();
            }

            if (_state == State.Placed)
            {
                Put(_http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers, key, fields);
            }
            else
            {
                _pending[key] = fields;
            }
        }
    }

    /// <inheritdoc/>
    public void Clear(MetadataField prefix)
    {
        lock (_pending)
        {
            if (_state == State.Placed && _http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers is IHeaderDictionary trailers)
            {
                WireFields.Clear(trailers, prefix);
            }

            foreach (string key in _pending.Keys.Where(prefix.Covers).ToList())
            {
                _pending.Remove(key);
            }
        }
    }

    // Callbacks run last in, first out: with one for each write the older value would win.
    private void Register()
    {
        if (_http.Response.HasStarted)
        {
            _state = State.Placed;
            return;
        }

        _state = State.Waiting;
        _http.Response.OnStarting(
            static state =>
            {
                ((PendingTrailers)state).Place();
                return Task.CompletedTask;
            },
            this);
    }

    private void Place()
    {
        lock (_pending)
        {
            // An answer whose headers hold the status is Trailers-Only: one block of headers, in which trailers are headers.
            bool trailersOnly = _http.Response.Headers.ContainsKey("grpc-status");
            IHeaderDictionary? target = trailersOnly ? _http.Response.Headers : _http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
            foreach ((string key, StringValues fields) in _pending)
            {
                Put(target, key, fields);
            }

            _state = State.Placed;
        }
    }

    private void Put(IHeaderDictionary? target, string key, StringValues fields)
    {
        if (target is null)
        {
            Dropped(_http.RequestServices.GetRequiredService<ILogger<PendingTrailers>>(), key);
        }
        else
        {
            WireFields.Put(target, key, fields);
        }
    }

    [LoggerMessage(3, LogLevel.Debug, "Trailing metadata '{Key}' was dropped: this server has no trailers.")]
    private static partial void Dropped(ILogger logger, string key);
}
