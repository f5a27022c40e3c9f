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
    private Slots _fields;
    private List<MetadataError>? _errors;
    private bool _parsed;

    /// <summary>Starts to read a record.</summary>
    public MetadataReader(MetadataLayout layout)
    {
        _layout = layout;
        _fields = new Slots(layout.Fields.Length);
    }

    /// <summary>Every error so far.</summary>
    public readonly IReadOnlyList<MetadataError> Errors => _errors ?? (IReadOnlyList<MetadataError>)[];

    /// <summary>Whether all values were taken, so that what throws now is the record's own constructor.</summary>
    internal readonly bool IsConstructing => _parsed;

    /// <summary>Adds a field as it is on the wire: text, or base64 on a <c>-bin</c> key.</summary>
    public void Push(int slot, string value) => Add(slot, value);

    /// <summary>Adds a value that is decoded already. The reader keeps the array.</summary>
    public void Push(int slot, byte[] value) => Add(slot, value);

    /// <summary>A text value that must be there.</summary>
    public T Text<T, TCodec>(int slot)
        where TCodec : ITextCodec<T>
    {
        if (_fields[slot] is object field)
        {
            Keep(FieldValue.ReadText<T, TCodec>(_layout.Fields[slot], field, out T? value));
            return value!;
        }

        if (_layout.Fields[slot].AllowEmpty == true)
        {
            Keep(UserCode.Parse<T, TCodec>(_layout.Fields[slot], "", out T? empty));
            return empty!;
        }

        Add(FieldErrors.Missing(_layout.Fields[slot].Key));
        return default!;
    }

    /// <summary>A text value that may be absent.</summary>
    public Found<T> FindText<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> =>
        _fields[slot] is object field && Keep(FieldValue.ReadText<T, TCodec>(_layout.Fields[slot], field, out T? value))
            ? new Found<T>(value!)
            : default;

    /// <summary>A binary value that must be there, unless no bytes at all are one of its values.</summary>
    public T Binary<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T>
    {
        if (_fields[slot] is object field)
        {
            Keep(FieldValue.ReadBinary<T, TCodec>(_layout.Fields[slot], field, out T? value));
            return value!;
        }

        if (_layout.Fields[slot].AllowEmpty ?? TCodec.AllowsEmpty)
        {
            Keep(UserCode.Decode<T, TCodec>(_layout.Fields[slot], [], out T? empty));
            return empty!;
        }

        Add(FieldErrors.Missing(_layout.Fields[slot].Key));
        return default!;
    }

    /// <summary>A binary value that may be absent.</summary>
    public Found<T> FindBinary<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> =>
        _fields[slot] is object field && Keep(FieldValue.ReadBinary<T, TCodec>(_layout.Fields[slot], field, out T? value))
            ? new Found<T>(value!)
            : default;

    /// <summary>The items of a text list; none when the key is absent.</summary>
    public T[] TextList<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> => FindTextList<T, TCodec>(slot).Or([]);

    /// <summary>The items of a text list that may be absent.</summary>
    public Found<T[]> FindTextList<T, TCodec>(int slot)
        where TCodec : ITextCodec<T> =>
        _fields[slot] is object field && Keep(ListValue.ReadText<T, TCodec>(_layout.Fields[slot], field, out T[] items))
            ? new Found<T[]>(items)
            : default;

    /// <summary>The items of a binary list; none when the key is absent.</summary>
    public T[] BinaryList<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> => FindBinaryList<T, TCodec>(slot).Or([]);

    /// <summary>The items of a binary list that may be absent.</summary>
    public Found<T[]> FindBinaryList<T, TCodec>(int slot)
        where TCodec : IBinaryCodec<T> =>
        _fields[slot] is object field && Keep(ListValue.ReadBinary<T, TCodec>(_layout.Fields[slot], field, out T[] items))
            ? new Found<T[]>(items)
            : default;

    /// <summary>Whether every value could be taken. Called once, between the last value and the constructor.</summary>
    public bool Complete()
    {
        _parsed = true;
        return _errors is null;
    }

    /// <summary>What the record's own Validate complains of.</summary>
    public ICollection<MetadataError> Refusals => _errors ??= [];

    internal void Add(MetadataError error) => (_errors ??= []).Add(error);

    private bool Keep(MetadataError? error)
    {
        if (error is not null)
        {
            Add(error);
        }

        return error is null;
    }

    private void Add(int slot, object value)
    {
        switch (_fields[slot])
        {
            case null:
                _fields[slot] = value;
                break;
            case List<object> several:
                several.Add(value);
                break;
            case object first:
                _fields[slot] = new List<object> { first, value };
                break;
        }
    }
}
