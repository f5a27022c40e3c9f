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
    private static readonly ulong _carriers = (1UL << KeyTable.Bucket(ResponseNotes.DateCarrier)) | (1UL << KeyTable.Bucket(ResponseNotes.OwnCarrier));

    private readonly IRecordKey[] _typed;
    private readonly KeyDescriptor[] _keys;
    private readonly int[] _nested;
    private readonly int[] _prefixes;
    private readonly KeyTable _slots = new();
    private readonly ulong _known;

    /// <summary>Lays out a record's own keys.</summary>
    /// <param name="record">The record's name, for messages.</param>
    /// <param name="positions">Where it travels.</param>
    /// <param name="keys">Its keys, in the order of its properties.</param>
    public MetadataLayout(string record, MetadataPositions positions, params IRecordKey[] keys)
        : this(record, positions, keys, Array.ConvertAll(keys, static key => key.Descriptor), [])
    {
    }

    private MetadataLayout(string record, MetadataPositions positions, IRecordKey[] typed, KeyDescriptor[] keys, int[] nested)
    {
        Record = record;
        Positions = positions;
        _typed = typed;
        _keys = keys;
        _nested = nested;
        _prefixes = [.. Enumerable.Range(0, keys.Length).Where(slot => keys[slot].IsPrefix)];
        IsPlain = nested.Length == 0 && keys.Length <= HeaderFields.MaxKeys && Array.TrueForAll(keys, static key => !key.IsPrefix && key.Aliases.Length == 0);
        for (int slot = 0; slot < keys.Length; slot++)
        {
            foreach (string name in keys[slot].IsPrefix ? [] : keys[slot].Aliases.Prepend(keys[slot].Key))
            {
                // TMD027 rejects it; a record of another assembly may have changed since.
                if (!_slots.TryAdd(name, slot))
                {
                    throw new InvalidOperationException($"'{name}' is the key of two properties of '{record}' or of its nested records. Recompile all assemblies that declare these records.");
                }
            }
        }

        KeyTracing.Add(this);
        _known = HasPrefixes ? ulong.MaxValue : _slots.Filled | _carriers;
    }

    /// <summary>How many bytes the record may take when written; 0 for no limit.</summary>
    public int MaxSize { get; init; }

    /// <summary>What the record's documentation says, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>The record's name, for messages.</summary>
    internal string Record { get; }

    /// <summary>Where the record travels.</summary>
    internal MetadataPositions Positions { get; }

    /// <summary>The keys by slot.</summary>
    internal ReadOnlySpan<KeyDescriptor> Keys => _keys;

    /// <summary>The same keys as the records know them that declare them.</summary>
    internal ReadOnlySpan<IRecordKey> TypedKeys => _typed;

    /// <summary>Whether a key may belong to the record by what it starts with.</summary>
    internal bool HasPrefixes => _prefixes.Length != 0;

    /// <summary>Whether each slot is one key with one name, so that the record can be read in one pass.</summary>
    internal bool IsPlain { get; }

    /// <summary>The layout with the keys of a record inside this one.</summary>
    /// <param name="property">The property that holds it.</param>
    /// <param name="prefix">This record's prefix, for the keys that were derived.</param>
    /// <param name="sensitive">Whether all that the inner record holds is a secret.</param>
    /// <param name="optional">Whether it may be absent, and its keys with it.</param>
    public MetadataLayout Nest<T>(string property, string prefix = "", bool sensitive = false, bool optional = false)
        where T : IGrpcMetadata<T>
    {
        MetadataLayout inner = T.Descriptor.Layout;
        KeyDescriptor[] placed = Array.ConvertAll(inner._keys, key => key.Within(property, prefix, sensitive, optional));
        return new(Record, Positions, [.. _typed, .. inner._typed], [.. _keys, .. placed], [.. _nested, _keys.Length]) { MaxSize = MaxSize, Summary = Summary };
    }

    /// <summary>
    /// Whether a key, of either case, may be one of the record's or carry <see cref="ResponseNotes"/>. Returns false for nearly every other key after a look at its length and first
    /// character, which is most of the work where a call carries many.
    /// </summary>
    internal bool MayHave(string name) => name.Length != 0 && (_known & (1UL << KeyTable.Bucket(name))) != 0;

    /// <summary>The slot of a key, or of the prefix that it starts with; -1 when the record has neither.</summary>
    internal int SlotOf(string name)
    {
        int slot = _slots.SlotOf(name);
        return slot < 0 && HasPrefixes ? SlotByPrefix(KeyGrammar.Normalize(name)) : slot;
    }

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
}
