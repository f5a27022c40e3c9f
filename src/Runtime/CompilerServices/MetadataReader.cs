using System.Collections.ObjectModel;
using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// Reads one record. A source of metadata (a <c>Metadata</c>, HTTP headers) pushes the values whose keys the record names; then
/// the record's <c>Create</c> takes the typed values out. Every error is collected, so that one bad value hides no other.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MetadataReader
{
    private readonly MetadataLayout _layout;
    private MetadataLayout _record;
    private int _start;
    private Slots _values;
    private List<MetadataError>? _errors;
    private List<MetadataError>? _validationErrors;
    private bool _parsed;

    /// <summary>Starts to read a record.</summary>
    internal MetadataReader(MetadataLayout layout)
    {
        _layout = layout;
        _record = layout;
        _values = new Slots(layout.Keys.Length);
    }

    /// <summary>Every error so far.</summary>
    internal readonly IReadOnlyList<MetadataError> Errors => _errors ?? (IReadOnlyList<MetadataError>)[];

    /// <summary>Whether there is any.</summary>
    internal readonly bool HasErrors => _errors is { Count: > 0 };

    /// <summary>Whether all values were taken, so that what throws now is the record's own constructor.</summary>
    internal readonly bool IsConstructing => _parsed;

    /// <summary>Adds a value as it is on the wire: text, or base64 on a <c>-bin</c> key.</summary>
    /// <param name="slot">The key's slot in the record's layout.</param>
    /// <param name="key">The key, lower-case.</param>
    /// <param name="value">The value.</param>
    internal void Push(int slot, string key, string value) => Add(slot, key, new WireValue(value));

    /// <summary>Adds a value that is decoded already. The reader keeps the array.</summary>
    /// <param name="slot">The key's slot in the record's layout.</param>
    /// <param name="key">The key, lower-case.</param>
    /// <param name="value">The bytes.</param>
    internal void Push(int slot, string key, byte[] value) => Add(slot, key, new WireValue(value));

    /// <summary>A text value that must be there.</summary>
    public T Text<T, TCodec>(int slot)
        where TCodec : ITextCodec<T>
    {
        if (Wire(slot) is { IsPresent: true } wire)
        {
            Keep(SingleValue.ReadText<T, TCodec>(Key(slot), wire, out T? value));
            return value!;
        }

        if (Key(slot).AllowEmpty)
        {
            Keep(UserCode.Parse<T, TCodec>(Key(slot), "", out T? empty));
            return empty!;
        }

        Add(KeyErrors.Missing(Key(slot).Key));
        return default!;
    }

    /// <summary>A text value that may be absent.</summary>
    public Found<T> FindText<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> =>
        Wire(slot) is { IsPresent: true } wire && Keep(SingleValue.ReadText<T, TCodec>(Key(slot), wire, out T? value))
            ? new Found<T>(value!)
            : default;

    /// <summary>A binary value that must be there, unless no bytes at all are one of its values.</summary>
    public T Binary<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T>
    {
        if (Wire(slot) is { IsPresent: true } wire)
        {
            Keep(SingleValue.ReadBinary<T, TCodec>(Key(slot), wire, out T? value));
            return value!;
        }

        if (SingleValue.AllowsEmpty<TCodec>(Key(slot)))
        {
            Keep(UserCode.Decode<T, TCodec>(Key(slot), [], out T? empty));
            return empty!;
        }

        Add(KeyErrors.Missing(Key(slot).Key));
        return default!;
    }

    /// <summary>A binary value that may be absent.</summary>
    public Found<T> FindBinary<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> =>
        Wire(slot) is { IsPresent: true } wire && Keep(SingleValue.ReadBinary<T, TCodec>(Key(slot), wire, out T? value))
            ? new Found<T>(value!)
            : default;

    /// <summary>The items of a text list; none when the key is absent.</summary>
    public T[] TextList<T, TCodec>(int slot)
        where TCodec : ITextCodec<T>
    {
        T[] items = [];
        if (Wire(slot) is { IsPresent: true } wire)
        {
            Keep(ListValue.ReadText<T, TCodec>(Key(slot), wire, out items));
        }
        else
        {
            AddMissingIfRequired(slot);
        }

        return items;
    }

    /// <summary>The items of a text list that may be absent.</summary>
    public Found<T[]> FindTextList<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> =>
        Wire(slot) is { IsPresent: true } wire && Keep(ListValue.ReadText<T, TCodec>(Key(slot), wire, out T[] items))
            ? new Found<T[]>(items)
            : default;

    /// <summary>The items of a binary list; none when the key is absent.</summary>
    public T[] BinaryList<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T>
    {
        T[] items = [];
        if (Wire(slot) is { IsPresent: true } wire)
        {
            Keep(ListValue.ReadBinary<T, TCodec>(Key(slot), wire, out items));
        }
        else
        {
            AddMissingIfRequired(slot);
        }

        return items;
    }

    /// <summary>The items of a binary list that may be absent.</summary>
    public Found<T[]> FindBinaryList<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> =>
        Wire(slot) is { IsPresent: true } wire && Keep(ListValue.ReadBinary<T, TCodec>(Key(slot), wire, out T[] items))
            ? new Found<T[]>(items)
            : default;

    /// <summary>The entries of a prefix with text values; none when there is no such key.</summary>
    public IReadOnlyDictionary<string, T> TextMap<T, TCodec>(int slot)
        where TCodec : ITextCodec<T>
    {
        Found<IReadOnlyDictionary<string, T>> map = FindTextMap<T, TCodec>(slot);
        if (!map.HasValue)
        {
            AddMissingIfRequired(slot);
        }

        return map.Or(ReadOnlyDictionary<string, T>.Empty);
    }

    /// <summary>The entries of a prefix with text values, if there is any such key.</summary>
    public Found<IReadOnlyDictionary<string, T>> FindTextMap<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> =>
        Wire(slot).Entries is PrefixEntries entries
            ? new(PrefixMap.Read<T>(Key(slot), entries, SingleValue.ReadText<T, TCodec>, _errors ??= []))
            : default;

    /// <summary>The entries of a prefix with binary values; none when there is no such key.</summary>
    public IReadOnlyDictionary<string, T> BinaryMap<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T>
    {
        Found<IReadOnlyDictionary<string, T>> map = FindBinaryMap<T, TCodec>(slot);
        if (!map.HasValue)
        {
            AddMissingIfRequired(slot);
        }

        return map.Or(ReadOnlyDictionary<string, T>.Empty);
    }

    /// <summary>The entries of a prefix with binary values, if there is any such key.</summary>
    public Found<IReadOnlyDictionary<string, T>> FindBinaryMap<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> =>
        Wire(slot).Entries is PrefixEntries entries
            ? new(PrefixMap.Read<T>(Key(slot), entries, SingleValue.ReadBinary<T, TCodec>, _errors ??= []))
            : default;

    /// <summary>A record inside the record, whose required keys are required.</summary>
    /// <param name="nested">Its place among the records inside.</param>
    public T Nested<T>(int nested)
        where T : IGrpcMetadata<T>
    {
        (MetadataLayout outer, int start) = (_record, _start);
        _start += outer.StartOf(nested);
        _record = T.Layout;
        T? value = default;
        try
        {
            value = T.Create(ref this);
        }
        catch (Exception exception) when (_parsed)
        {
            Add(KeyErrors.Rejected(_record.Record, exception));
        }

        TakeValidationErrors<T>();
        (_record, _start, _parsed) = (outer, start, false);
        return value!;
    }

    /// <summary>A record inside the record, if any of its keys is there.</summary>
    /// <param name="nested">Its place among the records inside.</param>
    public Found<T> FindNested<T>(int nested)
        where T : IGrpcMetadata<T>
    {
        int first = _record.StartOf(nested);
        for (int slot = first; slot < first + T.Layout.Keys.Length; slot++)
        {
            if (Wire(slot).IsPresent)
            {
                return new Found<T>(Nested<T>(nested));
            }
        }

        return default;
    }

    /// <summary>Whether every value could be taken. Called once, between the last value and the constructor.</summary>
    public bool Complete()
    {
        _parsed = true;
        return !HasErrors;
    }

    /// <summary>The errors that the record's own Validate adds.</summary>
    public ICollection<MetadataError> ValidationErrors => _validationErrors ??= [];

    /// <summary>Takes over the errors that the Validate of the created record added.</summary>
    internal void TakeValidationErrors<T>()
        where T : IGrpcMetadata<T>
    {
        if (_validationErrors is not null)
        {
            foreach (MetadataError rejection in _validationErrors)
            {
                Add(OwnRules.Declared<T>(rejection, _layout, _start));
            }

            _validationErrors = null;
        }
    }

    internal void Add(MetadataError error) => (_errors ??= []).Add(error);

    private bool Keep(MetadataError? error)
    {
        if (error is not null)
        {
            Add(error);
        }

        return error is null;
    }

    private void AddMissingIfRequired(int slot)
    {
        if (Key(slot).Required)
        {
            Add(KeyErrors.Missing(Key(slot).Key));
        }
    }

    private readonly KeyDescriptor Key(int slot) => _layout.Keys[_start + slot];

    private readonly WireValue Wire(int slot) => _values[_start + slot];

    private void Add(int slot, string key, WireValue wire)
    {
        if (!_layout.Keys[slot].IsPrefix)
        {
            _values[slot] = _values[slot].And(wire);
            return;
        }

        PrefixEntries entries = _values[slot].Entries ?? new PrefixEntries();
        entries.Add(key, wire);
        _values[slot] = new WireValue(entries);
    }
}
