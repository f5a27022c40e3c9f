namespace TypedMetadata;

/// <summary>The keys of raw trailers of a call. Several raw fields of a key are all sent; a raw field of a key that a record has set is left out.</summary>
internal sealed class RawTrailerKeys
{
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);

    internal bool Contain(string key) => _keys.Contains(key);

    internal void Add(string key) => _keys.Add(key);
}
