using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// Represents the keys of a record. The index of a key is its slot: first the record's own keys, then those of nested records. The keys of nested records are added at run
/// time, because a nested record may come from another assembly.
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
    private string[]? _requiredKeys;

    /// <summary>Initializes a new instance of the <see cref="MetadataLayout"/> class with the record's own keys.</summary>
    /// <param name="record">The name of the record, for messages.</param>
    /// <param name="positions">The positions of the record.</param>
    /// <param name="keys">The keys, in the order of the properties.</param>
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

    /// <summary>Gets the maximum size of the record on writing, in bytes, or 0 for no limit.</summary>
    public int MaxSize { get; init; }

    /// <summary>Gets the summary of the record's documentation comment, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>The record's name, for messages.</summary>
    internal string Record { get; }

    /// <summary>The positions of the record.</summary>
    internal MetadataPositions Positions { get; }

    /// <summary>The keys by slot.</summary>
    internal ReadOnlySpan<KeyDescriptor> Keys => _keys;

    /// <summary>The same keys, as the records that declare them have them.</summary>
    internal ReadOnlySpan<IRecordKey> TypedKeys => _typed;

    /// <summary>Whether the record has keys with a prefix.</summary>
    internal bool HasPrefixes => _prefixes.Length != 0;

    /// <summary>Whether each slot is one key with one name, so that the record can be read in one pass.</summary>
    internal bool IsPlain { get; }

    /// <summary>The keys that are on the wire whatever the values of the record are.</summary>
    internal string[] RequiredKeys => _requiredKeys ??= [.. _keys.Where(static key => key.IsAlwaysWritten).Select(static key => key.Key)];

    /// <summary>Returns this layout with the keys of a nested record added.</summary>
    /// <param name="property">The name of the property.</param>
    /// <param name="prefix">The prefix of this record, which is added to derived keys.</param>
    /// <param name="sensitive">Whether all keys of the nested record are sensitive.</param>
    /// <param name="optional">Whether the nested record may be absent.</param>
    public MetadataLayout Nest<T>(string property, string prefix = "", bool sensitive = false, bool optional = false)
        where T : IGrpcMetadata<T>
    {
        MetadataLayout inner = DescriptorOf<T>.Value.Layout;
        KeyDescriptor[] placed = Array.ConvertAll(inner._keys, key => key.Within(property, prefix, sensitive, optional));
        return new(Record, Positions, [.. _typed, .. inner._typed], [.. _keys, .. placed], [.. _nested, _keys.Length]) { MaxSize = MaxSize, Summary = Summary };
    }

    /// <summary>
    /// Returns a value that indicates whether a key, ignoring case, may belong to the record or carry <see cref="ResponseNotes"/>. For nearly all other keys, comparing the length
    /// and the first character is enough.
    /// </summary>
    internal bool MayHave(string name) => name.Length != 0 && (_known & (1UL << KeyTable.Bucket(name))) != 0;

    /// <summary>Returns the slot of a key, or of the prefix that it starts with, or -1.</summary>
    internal int SlotOf(string name)
    {
        int slot = _slots.SlotOf(name);
        return slot < 0 && HasPrefixes ? SlotByPrefix(KeyGrammar.Normalize(name)) : slot;
    }

    /// <summary>Returns the slot of the prefix that a lower-case key starts with, or -1.</summary>
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

    /// <summary>Returns the slot at which the keys of a nested record start.</summary>
    internal int StartOf(int nested) => _nested[nested];
}
