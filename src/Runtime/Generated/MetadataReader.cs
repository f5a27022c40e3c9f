using System.Collections.ObjectModel;
using System.ComponentModel;
using TypedMetadata.Codecs;

namespace TypedMetadata.Generated;

/// <summary>
/// Reads one record. A source of metadata (a <c>Metadata</c>, HTTP headers) pushes the fields whose keys the record names; then
/// the record's <c>Create</c> takes the typed values out. Every error is collected, so that one bad value hides no other.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MetadataReader
{
    private readonly MetadataLayout _layout;
    private MetadataLayout _record;
    private int _start;
    private Slots _fields;
    private List<MetadataError>? _errors;
    private List<MetadataError>? _refusals;
    private bool _parsed;

    /// <summary>Starts to read a record.</summary>
    public MetadataReader(MetadataLayout layout)
    {
        _layout = layout;
        _record = layout;
        _fields = new Slots(layout.Fields.Length);
    }

    /// <summary>Every error so far.</summary>
    public readonly IReadOnlyList<MetadataError> Errors => _errors ?? (IReadOnlyList<MetadataError>)[];

    /// <summary>Whether there is any.</summary>
    internal readonly bool HasErrors => _errors is { Count: > 0 };

    /// <summary>Whether all values were taken, so that what throws now is the record's own constructor.</summary>
    internal readonly bool IsConstructing => _parsed;

    /// <summary>Adds a field as it is on the wire: text, or base64 on a <c>-bin</c> key.</summary>
    /// <param name="slot">The key's slot in the record's layout.</param>
    /// <param name="key">The key, lower-case.</param>
    /// <param name="value">The field.</param>
    public void Push(int slot, string key, string value) => Add(slot, key, value);

    /// <summary>Adds a value that is decoded already. The reader keeps the array.</summary>
    /// <param name="slot">The key's slot in the record's layout.</param>
    /// <param name="key">The key, lower-case.</param>
    /// <param name="value">The bytes.</param>
    public void Push(int slot, string key, byte[] value) => Add(slot, key, value);

    /// <summary>A text value that must be there.</summary>
    public T Text<T, TCodec>(int slot)
        where TCodec : ITextCodec<T>
    {
        if (Content(slot) is object field)
        {
            Keep(FieldValue.ReadText<T, TCodec>(Field(slot), field, out T? value));
            return value!;
        }

        if (Field(slot).AllowEmpty == true)
        {
            Keep(UserCode.Parse<T, TCodec>(Field(slot), "", out T? empty));
            return empty!;
        }

        Add(FieldErrors.Missing(Field(slot).Key));
        return default!;
    }

    /// <summary>A text value that may be absent.</summary>
    public Found<T> FindText<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> =>
        Content(slot) is object field && Keep(FieldValue.ReadText<T, TCodec>(Field(slot), field, out T? value))
            ? new Found<T>(value!)
            : default;

    /// <summary>A binary value that must be there, unless no bytes at all are one of its values.</summary>
    public T Binary<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T>
    {
        if (Content(slot) is object field)
        {
            Keep(FieldValue.ReadBinary<T, TCodec>(Field(slot), field, out T? value));
            return value!;
        }

        if (Field(slot).AllowEmpty ?? TCodec.AllowsEmpty)
        {
            Keep(UserCode.Decode<T, TCodec>(Field(slot), [], out T? empty));
            return empty!;
        }

        Add(FieldErrors.Missing(Field(slot).Key));
        return default!;
    }

    /// <summary>A binary value that may be absent.</summary>
    public Found<T> FindBinary<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> =>
        Content(slot) is object field && Keep(FieldValue.ReadBinary<T, TCodec>(Field(slot), field, out T? value))
            ? new Found<T>(value!)
            : default;

    /// <summary>The items of a text list; none when the key is absent.</summary>
    public T[] TextList<T, TCodec>(int slot)
        where TCodec : ITextCodec<T>
    {
        T[] items = [];
        if (Content(slot) is object field)
        {
            Keep(ListValue.ReadText<T, TCodec>(Field(slot), field, out items));
        }

        return items;
    }

    /// <summary>The items of a text list that may be absent.</summary>
    public Found<T[]> FindTextList<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> =>
        Content(slot) is object field && Keep(ListValue.ReadText<T, TCodec>(Field(slot), field, out T[] items))
            ? new Found<T[]>(items)
            : default;

    /// <summary>The items of a binary list; none when the key is absent.</summary>
    public T[] BinaryList<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T>
    {
        T[] items = [];
        if (Content(slot) is object field)
        {
            Keep(ListValue.ReadBinary<T, TCodec>(Field(slot), field, out items));
        }

        return items;
    }

    /// <summary>The items of a binary list that may be absent.</summary>
    public Found<T[]> FindBinaryList<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> =>
        Content(slot) is object field && Keep(ListValue.ReadBinary<T, TCodec>(Field(slot), field, out T[] items))
            ? new Found<T[]>(items)
            : default;

    /// <summary>The entries of a prefix with text values; none when there is no such key.</summary>
    public IReadOnlyDictionary<string, T> TextMap<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> => FindTextMap<T, TCodec>(slot).Or(ReadOnlyDictionary<string, T>.Empty);

    /// <summary>The entries of a prefix with text values, if there is any such key.</summary>
    public Found<IReadOnlyDictionary<string, T>> FindTextMap<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> =>
        Content(slot) is PrefixFields fields
            ? new(PrefixMap.Read<T>(Field(slot), fields, FieldValue.ReadText<T, TCodec>, _errors ??= []))
            : default;

    /// <summary>The entries of a prefix with binary values; none when there is no such key.</summary>
    public IReadOnlyDictionary<string, T> BinaryMap<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> => FindBinaryMap<T, TCodec>(slot).Or(ReadOnlyDictionary<string, T>.Empty);

    /// <summary>The entries of a prefix with binary values, if there is any such key.</summary>
    public Found<IReadOnlyDictionary<string, T>> FindBinaryMap<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> =>
        Content(slot) is PrefixFields fields
            ? new(PrefixMap.Read<T>(Field(slot), fields, FieldValue.ReadBinary<T, TCodec>, _errors ??= []))
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
            Add(FieldErrors.Refused(_record.Record, exception));
        }

        TakeRefusals<T>();
        (_record, _start, _parsed) = (outer, start, false);
        return value!;
    }

    /// <summary>A record inside the record, if any of its keys is there.</summary>
    /// <param name="nested">Its place among the records inside.</param>
    public Found<T> FindNested<T>(int nested)
        where T : IGrpcMetadata<T>
    {
        int first = _record.StartOf(nested);
        for (int slot = first; slot < first + T.Layout.Fields.Length; slot++)
        {
            if (Content(slot) is not null)
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

    /// <summary>What the record's own Validate complains of.</summary>
    public ICollection<MetadataError> Refusals => _refusals ??= [];

    /// <summary>Makes errors of what the Validate of the record that was created complained of.</summary>
    internal void TakeRefusals<T>()
        where T : IGrpcMetadata<T>
    {
        if (_refusals is not null)
        {
            foreach (MetadataError refusal in _refusals)
            {
                Add(OwnRules.Declared<T>(refusal, _layout, _start));
            }

            _refusals = null;
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

    private readonly MetadataField Field(int slot) => _layout.Fields[_start + slot];

    private readonly object? Content(int slot) => _fields[_start + slot];

    private void Add(int slot, string key, object value)
    {
        if (!_layout.Fields[slot].IsPrefix)
        {
            _fields[slot] = FieldContent.Add(_fields[slot], value);
            return;
        }

        PrefixFields entries = (PrefixFields?)_fields[slot] ?? new PrefixFields();
        entries.Add(key, value);
        _fields[slot] = entries;
    }
}
