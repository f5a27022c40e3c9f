namespace TypedMetadata;

/// <summary>The keys of a call's trailers that were set the raw way: several fields of one key are added up, beside a record's they are left out.</summary>
internal sealed class RawTrailerKeys
{
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);

    internal bool Contain(string key) => _keys.Contains(key);

    internal void Add(string key) => _keys.Add(key);
}
