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
/// <remarks>Parallel tasks of a handler may set them, also while the response starts; each method takes the lock.</remarks>
internal sealed class PendingTrailers(HttpContext http, int most) : IFieldTarget
{
    private FieldList _typed;
    private FieldList _raw;
    private State _state;

    private enum State
    {
        Unused,
        Waiting,
        Placed,
    }

    /// <summary>Replaces all that a record may write, as one: no other record's values come between.</summary>
    internal void Replace<T>(in MetadataWriter writer)
        where T : IGrpcMetadata<T>
    {
        lock (this)
        {
            Prepare();
            _typed.Reserve(T.Layout.Fields.Length);
            WireFields.Write<T, PendingTrailers>(in writer, this);
        }
    }

    /// <inheritdoc/>
    void IFieldTarget.Set(string key, StringValues fields)
    {
        _typed.Set(key, fields);
        if (_state == State.Placed)
        {
            Put(Trailers, key, fields);
        }
    }

    /// <inheritdoc/>
    void IFieldTarget.Clear(MetadataField prefix)
    {
        if (_state == State.Placed && Trailers is IHeaderDictionary trailers)
        {
            WireFields.Clear(trailers, prefix);
        }

        _typed.Remove(prefix);
    }

    /// <summary>What records have set, for the test kit.</summary>
    internal KeyValuePair<string, StringValues>[] TypedFields()
    {
        lock (this)
        {
            return _typed.All.ToArray();
        }
    }

    /// <summary>What the keys take that a record does not replace; null for none at all.</summary>
    internal List<KeyValuePair<string, int>>? SizesBeside<T>()
        where T : IGrpcMetadata<T>
    {
        lock (this)
        {
            return _raw.Count + _typed.Count == 0 ? null : [.. _raw.SizesBeside<T>(), .. _typed.SizesBeside<T>()];
        }
    }

    /// <summary>Adds a field that was not set by a record, or says why not.</summary>
    internal string? Add(string key, string field)
    {
        lock (this)
        {
            if (_typed[key].Count != 0)
            {
                return "a record has set the key";
            }

            if (_raw.Size() + _typed.Size() + WireFields.SizeOf(key, field) > most)
            {
                return $"the trailing metadata would take more than {most} bytes (MaxResponseBytes)";
            }

            Prepare();
            StringValues fields = StringValues.Concat(_raw[key], field);
            _raw.Set(key, fields);
            if (_state == State.Placed)
            {
                Put(Trailers, key, fields);
            }

            return null;
        }
    }

    /// <summary>
    /// Sees at the end of the handler to a response that started in the very moment in which the callback was registered: Kestrel takes such a one and never
    /// runs it. An answer that ended in its headers meanwhile (a deadline's) takes no more.
    /// </summary>
    internal void Settle()
    {
        lock (this)
        {
            if (_state == State.Waiting && http.Response.HasStarted && !http.Response.Headers.ContainsKey("grpc-status"))
            {
                Place();
            }
        }
    }

    private IHeaderDictionary? Trailers => http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;

    // Callbacks run last in, first out: with one for each write the older value would win.
    private void Prepare()
    {
        if (_state != State.Unused)
        {
            return;
        }

        if (http.Response.HasStarted)
        {
            _state = State.Placed;
            return;
        }

        _state = State.Waiting;
        try
        {
            http.Response.OnStarting(
                static state =>
                {
                    ((PendingTrailers)state).Place();
                    return Task.CompletedTask;
                },
                this);
        }
        catch (InvalidOperationException) when (http.Response.HasStarted)
        {
            // It has since we looked.
            _state = State.Placed;
        }
    }

    private void Place()
    {
        lock (this)
        {
            // An answer whose headers hold the status is Trailers-Only: one block of headers, in which trailers are headers.
            bool trailersOnly = http.Response.Headers.ContainsKey("grpc-status");
            IHeaderDictionary? target = trailersOnly ? http.Response.Headers : Trailers;
            foreach ((string key, StringValues fields) in _raw.All)
            {
                Put(target, key, fields);
            }

            foreach ((string key, StringValues fields) in _typed.All)
            {
                if (fields.Count != 0 || !_raw.Contains(key))
                {
                    Put(target, key, fields);
                }
            }

            _state = State.Placed;
        }
    }

    private void Put(IHeaderDictionary? target, string key, StringValues fields)
    {
        if (target is null)
        {
            http.RequestServices.GetRequiredService<ILogger<PendingTrailers>>().TrailerDropped(key);
        }
        else
        {
            WireFields.Put(target, key, fields);
        }
    }
}
