namespace TypedMetadata.Internal;

/// <summary>The values that were received for the keys of a prefix, by key. Their number is limited, whatever a caller sends.</summary>
internal sealed class PrefixEntries
{
    internal const int MaxEntries = 64;

    private readonly SortedDictionary<string, WireValue> _values = new(StringComparer.Ordinal);

    internal bool HasTooMany { get; private set; }

    internal IEnumerable<KeyValuePair<string, WireValue>> Values => _values;

    internal void Add(string key, WireValue wire)
    {
        if (_values.TryGetValue(key, out WireValue earlier))
        {
            _values[key] = earlier.And(wire);
        }
        else if (_values.Count == MaxEntries)
        {
            HasTooMany = true;
        }
        else
        {
            _values.Add(key, wire);
        }
    }
}
