using System.Collections.Concurrent;
using System.Diagnostics;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>
/// Records the values of <c>Traced</c> keys as attributes of an activity, as the OpenTelemetry semantic conventions for RPC specify: <c>rpc.request.metadata.&lt;key&gt;</c> and
/// <c>rpc.response.metadata.&lt;key&gt;</c>, which are arrays of strings.
/// </summary>
/// <remarks>Headers do not tell which record they belong to, so a traced key is recorded for every call of the process, unless any record declares it as sensitive.</remarks>
internal static class KeyTracing
{
    private static readonly ConcurrentQueue<Action> _announced = new();
    private static readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);
    private static readonly object _adding = new();
    private static volatile KeyDescriptor[] _secretPrefixes = [];
    private static volatile TracedKey[] _request = [];
    private static volatile TracedKey[] _response = [];
    private static volatile bool _hasKeys;

    /// <summary>Whether any record has a traced key. If none has, tracing costs nothing.</summary>
    internal static bool HasKeys => _hasKeys;

    /// <summary>Notes a record that has not been used yet. Its layout is created when a key is first traced, so that an error in it affects only that record.</summary>
    internal static void Announce(Action makeLayout, bool isTraced)
    {
        _announced.Enqueue(makeLayout);
        if (isTraced)
        {
            _hasKeys = true;
        }
    }

    /// <summary>Adds the keys of a record.</summary>
    internal static void Add(MetadataLayout layout)
    {
        foreach (KeyDescriptor key in layout.Keys)
        {
            if (key.Sensitive)
            {
                AddSecret(key);
            }
            else if (key.Traced && !ReservedKeys.CarriesCredential(key.Key))
            {
                lock (_adding)
                {
                    _request = layout.Positions.HasFlag(MetadataPositions.Request) ? With(_request, key, "rpc.request.metadata.") : _request;
                    _response = (layout.Positions & ~MetadataPositions.Request) != 0 ? With(_response, key, "rpc.response.metadata.") : _response;
                    _hasKeys = true;
                }
            }
        }
    }

    internal static void RecordRequest(Activity activity, Func<string, string[]> valuesOf)
    {
        MakeAnnounced();
        Record(_request, activity, valuesOf);
    }

    internal static void RecordResponse(Activity activity, Func<string, string[]> valuesOf)
    {
        MakeAnnounced();
        Record(_response, activity, valuesOf);
    }

    private static void Record(TracedKey[] keys, Activity activity, Func<string, string[]> valuesOf)
    {
        foreach (TracedKey key in keys)
        {
            if (!IsSecret(key.Key) && valuesOf(key.Key) is { Length: not 0 } values)
            {
                activity.SetTag(key.Attribute, values);
            }
        }
    }

    private static void MakeAnnounced()
    {
        // Nothing is recorded until all sensitive keys are known.
        lock (_announced)
        {
            while (_announced.TryDequeue(out Action? makeLayout))
            {
                try
                {
                    makeLayout();
                }
                catch (Exception exception) when (exception is InvalidOperationException or TypeInitializationException)
                {
                    // The record cannot be used, and every use of it throws.
                }
            }
        }
    }

    private static void AddSecret(KeyDescriptor key)
    {
        if (key.IsPrefix)
        {
            lock (_adding)
            {
                _secretPrefixes = Array.Exists(_secretPrefixes, known => known.Key == key.Key && known.BinaryEntries == key.BinaryEntries) ? _secretPrefixes : [.. _secretPrefixes, key];
            }

            return;
        }

        foreach (string name in key.Aliases.Prepend(key.Key))
        {
            _secrets[name] = true;
        }
    }

    private static bool IsSecret(string key) => _secrets.ContainsKey(key) || Array.Exists(_secretPrefixes, prefix => prefix.Covers(key));

    private static TracedKey[] With(TracedKey[] keys, KeyDescriptor key, string prefix)
    {
        TracedKey added = new(key.Key, key.TraceAs ?? prefix + key.Key);
        return keys.Contains(added) ? keys : [.. keys, added];
    }

    private readonly record struct TracedKey(string Key, string Attribute);
}
