using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// A record's keys. A key's place in <see cref="Keys"/> is its slot: first the record's own, then those of the records inside it,
/// which are laid out when the program runs, since they may come from another assembly.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetadataLayout
{
    private readonly KeyDescriptor[] _keys;
    private readonly int[] _nested;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly int[] _prefixes;
    private readonly ulong _known;

    /// <summary>Lays out a record's own keys.</summary>
    /// <param name="record">The record's name, for messages.</param>
    /// <param name="keys">Its keys, in the order of its properties.</param>
    public MetadataLayout(string record, params KeyDescriptor[] keys)
        : this(record, keys, [])
    {
    }

    private MetadataLayout(string record, KeyDescriptor[] keys, int[] nested)
    {
        Record = record;
        _keys = keys;
        _nested = nested;
        _prefixes = [.. Enumerable.Range(0, keys.Length).Where(slot => keys[slot].IsPrefix)];
        IsPlain = nested.Length == 0 && keys.Length <= HeaderFields.MaxKeys && Array.TrueForAll(keys, static descriptor => !descriptor.IsPrefix && descriptor.Aliases.Length == 0);
        _known = HasPrefixes ? ulong.MaxValue : keys.SelectMany(descriptor => descriptor.Aliases.Prepend(descriptor.Key)).Append(MalformedKeys.MarkerHeader).Aggregate(0UL, (known, key) => known | Bit(key));
    }

    /// <summary>The record's name, for messages.</summary>
    internal string Record { get; }

    /// <summary>How many bytes the record may take when written; 0 for no limit.</summary>
    public int MaxSize { get; init; }

    /// <summary>The keys by slot.</summary>
    internal ReadOnlySpan<KeyDescriptor> Keys => _keys;

    /// <summary>Whether a key may belong to the record by what it starts with.</summary>
    internal bool HasPrefixes => _prefixes.Length != 0;

    /// <summary>
    /// Whether a key, of either case, may be one of the record's or the marker header of malformed keys. Returns false for nearly every other
    /// key after a look at its length and first character, which is most of the work where a call carries many headers.
    /// </summary>
    internal bool MayHave(string key) => key.Length != 0 && (_known & Bit(key)) != 0;

    /// <summary>Whether each slot is one key with one name, so that the record can be read in one pass.</summary>
    internal bool IsPlain { get; }

    /// <summary>The layout with the keys of a record inside this one.</summary>
    /// <param name="prefix">This record's prefix, for the keys that were derived.</param>
    /// <param name="sensitive">Whether all that the inner record holds is a secret.</param>
    public MetadataLayout Nest<T>(string prefix = "", bool sensitive = false)
        where T : IGrpcMetadata<T>
    {
        bool same = prefix.Length == 0 && !sensitive;
        KeyDescriptor[] inner = T.Layout._keys;
        KeyDescriptor[] keys = [.. _keys, .. same ? inner : Array.ConvertAll(inner, descriptor => descriptor.Within(prefix, sensitive))];
        MetadataLayout layout = new(Record, keys, [.. _nested, _keys.Length]) { MaxSize = MaxSize };
        layout.IndexKeys();
        return layout;
    }

    /// <summary>The slot of a lower-case key of a record inside this one or of a prefix, else -1.</summary>
    internal int SlotOf(string key) => _slots.TryGetValue(key, out int slot) ? slot : SlotByPrefix(key);

    /// <summary>The slot of the prefix that a lower-case key starts with, or -1.</summary>
    internal int SlotByPrefix(string key)
    {
        foreach (int slot in _prefixes)
        {
            if (_keys[slot].Covers(key))
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>Where the keys of a record inside this one begin.</summary>
    internal int StartOf(int nested) => _nested[nested];

    // Setting 0x20 makes a letter lower-case; what else it maps together does no harm.
    private static ulong Bit(string key) => 1UL << (((key[0] | 0x20) + (key.Length * 7)) & 63);

    private void IndexKeys()
    {
        for (int slot = 0; slot < _keys.Length; slot++)
        {
            foreach (string key in _keys[slot].IsPrefix ? [] : _keys[slot].Aliases.Prepend(_keys[slot].Key))
            {
                // TMD027 rejects it; a record of another assembly may have changed since.
                if (!_slots.TryAdd(key, slot))
                {
                    throw new InvalidOperationException($"Two properties of '{Record}', or of records inside it, have the key '{key}': compile all assemblies again that declare them.");
                }
            }
        }
    }
}
