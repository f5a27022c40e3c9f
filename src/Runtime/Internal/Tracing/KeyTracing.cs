using System.Collections.Concurrent;
using System.Diagnostics;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>
/// Records the values of <c>Traced</c> keys as attributes of an activity, named and typed by OpenTelemetry's semantic conventions for RPC: <c>rpc.request.metadata.&lt;key&gt;</c> and
/// <c>rpc.response.metadata.&lt;key&gt;</c>, arrays of strings.
/// </summary>
/// <remarks>Headers do not say which record they come from, so a key is traced in every call of the process, unless some record calls it a secret.</remarks>
internal static class KeyTracing
{
    private static readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);
    private static readonly object _adding = new();
    private static volatile TracedKey[] _request = [];
    private static volatile TracedKey[] _response = [];

    /// <summary>Takes the keys of a record that is used for the first time.</summary>
    internal static void Add(MetadataLayout layout)
    {
        foreach (KeyDescriptor key in layout.Keys)
        {
            if (key.Sensitive)
            {
                _secrets[key.Key] = true;
            }
            else if (key.Traced && !ReservedKeys.CarriesCredential(key.Key))
            {
                lock (_adding)
                {
                    _request = layout.Positions.HasFlag(MetadataPositions.Request) ? With(_request, key, "rpc.request.metadata.") : _request;
                    _response = (layout.Positions & ~MetadataPositions.Request) != 0 ? With(_response, key, "rpc.response.metadata.") : _response;
                }
            }
        }
    }

    /// <summary>Whether any record has a traced key. Where none has, calls cost nothing more.</summary>
    internal static bool HasKeys => _request.Length != 0 || _response.Length != 0;

    internal static void RecordRequest(Activity activity, Func<string, string[]> valuesOf) => Record(_request, activity, valuesOf);

    internal static void RecordResponse(Activity activity, Func<string, string[]> valuesOf) => Record(_response, activity, valuesOf);

    private static void Record(TracedKey[] keys, Activity activity, Func<string, string[]> valuesOf)
    {
        foreach (TracedKey key in keys)
        {
            if (!_secrets.ContainsKey(key.Key) && valuesOf(key.Key) is { Length: not 0 } values)
            {
                activity.SetTag(key.Attribute, values);
            }
        }
    }

    private static TracedKey[] With(TracedKey[] keys, KeyDescriptor key, string prefix)
    {
        TracedKey added = new(key.Key, key.TraceAs ?? prefix + key.Key);
        return keys.Contains(added) ? keys : [.. keys, added];
    }

    private readonly record struct TracedKey(string Key, string Attribute);
}
