using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// Initial metadata that waits for the first message. When the call fails before, it is discarded: headers that were never sent leave
/// the client free to retry (gRFC A6).
/// </summary>
/// <remarks>Parallel tasks of a handler may add to it.</remarks>
internal sealed class PendingInitial(HttpContext http)
{
    private readonly HeaderDictionary _fields = [];
    private bool _isRegistered;

    internal bool IsEmpty => _fields.Count == 0;

    /// <summary>What waits, or has gone out.</summary>
    internal KeyValuePair<string, StringValues>[] Fields()
    {
        lock (http)
        {
            return [.. _fields];
        }
    }

    /// <summary>What the keys take that a record does not add again; null for none at all.</summary>
    internal List<KeyValuePair<string, int>>? SizesBeside<T>()
        where T : IGrpcMetadata<T>
    {
        lock (http)
        {
            return WireFields.SizesBeside<T>(_fields);
        }
    }

    /// <summary>Adds the fields of a record, or says which key is there already with other values.</summary>
    internal string? TryAdd(in MetadataWriter writer, ServerCall call)
    {
        HeaderDictionary added = [];
        WireFields.Write(in writer, added);
        lock (http)
        {
            IHttpResponseFeature response = call.ResponseBeforeStart();
            foreach ((string key, StringValues fields) in added)
            {
                if (_fields.TryGetValue(key, out StringValues present) && present != fields)
                {
                    return key;
                }
            }

            Register(response);
            foreach ((string key, StringValues fields) in added)
            {
                _fields[key] = fields;
            }

            return null;
        }
    }

    private void Register(IHttpResponseFeature response)
    {
        if (_isRegistered)
        {
            return;
        }

        _isRegistered = true;
        response.OnStarting(
            static pending =>
            {
                ((PendingInitial)pending).Place();
                return Task.CompletedTask;
            },
            this);
    }

    private void Place()
    {
        lock (http)
        {
            // A response whose headers hold the status ended before its first message.
            if (http.Response.Headers.GrpcStatus.Count != 0)
            {
                return;
            }

            foreach ((string key, StringValues fields) in _fields)
            {
                http.Response.Headers[key] = fields;
            }
        }
    }
}
