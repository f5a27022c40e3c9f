using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// Initial metadata that is sent with the first message. If the call fails before that, it is discarded, so that the client may retry the call (gRFC A6).
/// </summary>
/// <remarks>It is thread-safe, because parallel tasks of a handler may add to it.</remarks>
internal sealed class PendingInitial(HttpContext http)
{
    private readonly HeaderDictionary _fields = [];
    private bool _isRegistered;

    internal bool IsEmpty => _fields.Count == 0;

    /// <summary>Returns the fields, whether they have been sent or not.</summary>
    internal KeyValuePair<string, StringValues>[] Fields()
    {
        lock (http)
        {
            return [.. _fields];
        }
    }

    internal bool Contains(string key)
    {
        lock (http)
        {
            return _fields.ContainsKey(key);
        }
    }

    /// <summary>Returns the sizes of the keys that a record does not replace, or null if there are none.</summary>
    internal List<KeyValuePair<string, int>>? SizesBeside<T>()
        where T : IGrpcMetadata<T>
    {
        lock (http)
        {
            return WireFields.SizesBeside<T>(_fields);
        }
    }

    /// <summary>Adds the fields of a record. If a key already has other values, nothing is added, and the key is returned.</summary>
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
            // If the headers contain the status, the call ended before its first message.
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
