namespace TypedMetadata.Codecs;

/// <summary>What came for the keys of a prefix, by key. No more than the limit is kept, whatever a caller sends.</summary>
internal sealed class PrefixFields
{
    internal const int MaxEntries = 64;

    private readonly SortedDictionary<string, object> _fields = new(StringComparer.Ordinal);

    internal bool HasTooMany { get; private set; }

    internal IEnumerable<KeyValuePair<string, object>> Fields => _fields;

    internal void Add(string key, object field)
    {
        if (_fields.TryGetValue(key, out object? content))
        {
            _fields[key] = FieldContent.Add(content, field);
        }
        else if (_fields.Count == MaxEntries)
        {
            HasTooMany = true;
        }
        else
        {
            _fields.Add(key, field);
        }
    }
}
