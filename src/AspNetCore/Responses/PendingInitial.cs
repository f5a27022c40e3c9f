using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>
/// Initial fields that wait for the first message. When the call fails before, they are discarded: headers that were never sent leave
/// the client free to retry (gRFC A6).
/// </summary>
/// <remarks>Parallel tasks of a handler may add them; each method takes the lock.</remarks>
internal sealed class PendingInitial(HttpResponse response) : IFieldTarget
{
    private FieldList _fields;
    private bool _registered;

    internal bool IsEmpty => _fields.Count == 0;

    /// <summary>What waits, or has gone out, for the test kit.</summary>
    internal KeyValuePair<string, StringValues>[] Fields()
    {
        lock (this)
        {
            return _fields.All.ToArray();
        }
    }

    /// <summary>What the keys take that a record does not add again; null for none at all.</summary>
    internal List<KeyValuePair<string, int>>? SizesBeside<T>()
        where T : IGrpcMetadata<T>
    {
        lock (this)
        {
            return IsEmpty ? null : [.. _fields.SizesBeside<T>()];
        }
    }

    /// <summary>Adds the fields of a record, or says which key is there already with other values.</summary>
    internal string? TryAdd<T>(in MetadataWriter writer)
        where T : IGrpcMetadata<T>
    {
        lock (this)
        {
            Conflicts conflicts = new(_fields);
            WireFields.Write<T, Conflicts>(in writer, conflicts);
            if (conflicts.Key is null)
            {
                Register();
                WireFields.Write<T, PendingInitial>(in writer, this);
            }

            return conflicts.Key;
        }
    }

    /// <inheritdoc/>
    public void Set(string key, StringValues fields)
    {
        if (fields.Count != 0)
        {
            _fields.Set(key, fields);
        }
    }

    /// <inheritdoc/>
    public void Clear(MetadataField prefix)
    {
        // What was added stays: nothing is replaced here.
    }

    private void Register()
    {
        if (_registered)
        {
            return;
        }

        _registered = true;
        response.OnStarting(
            static state =>
            {
                ((PendingInitial)state).Place();
                return Task.CompletedTask;
            },
            this);
    }

    private void Place()
    {
        lock (this)
        {
            // An answer whose headers hold the status ended before its first message.
            if (!response.Headers.ContainsKey("grpc-status"))
            {
                foreach ((string key, StringValues fields) in _fields.All)
                {
                    WireFields.Put(response.Headers, key, fields);
                }
            }
        }
    }

    /// <summary>Looks for a key that has other values already.</summary>
    private sealed class Conflicts(FieldList fields) : IFieldTarget
    {
        internal string? Key { get; private set; }

        public void Set(string key, StringValues values)
        {
            if (values.Count != 0 && fields[key] is { Count: > 0 } present && present != values)
            {
                Key ??= key;
            }
        }

        public void Clear(MetadataField prefix)
        {
        }
    }
}
