using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// Reads a record. A source, such as a <c>Metadata</c> or HTTP headers, pushes the wire values of the record's keys. Then the descriptor's <c>Create</c> takes the typed
/// values. All errors are collected.
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

    /// <summary>Whether all values were read, so that an exception comes from the constructor of the record.</summary>
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

    /// <summary>Reads a required nested record.</summary>
    /// <param name="nested">The index of the nested record.</param>
    public T Nested<T>(int nested)
        where T : IGrpcMetadata<T>
    {
        (MetadataLayout outer, int start) = (_record, _start);
        _start += outer.StartOf(nested);
        _record = DescriptorOf<T>.Value.Layout;
        T? value = default;
        try
        {
            value = DescriptorOf<T>.Value.Create(ref this);
        }
        catch (Exception exception) when (_parsed)
        {
            Add(KeyErrors.Rejected(_record.Record, exception));
        }

        TakeValidationErrors();
        (_record, _start, _parsed) = (outer, start, false);
        return value!;
    }

    /// <summary>Reads an optional nested record. It is absent if none of its keys is present.</summary>
    /// <param name="nested">The index of the nested record.</param>
    public Found<T> FindNested<T>(int nested)
        where T : IGrpcMetadata<T>
    {
        int first = _record.StartOf(nested);
        for (int slot = first; slot < first + DescriptorOf<T>.Value.Layout.Keys.Length; slot++)
        {
            if (Wire(slot).IsPresent)
            {
                return new Found<T>(Nested<T>(nested));
            }
        }

        return default;
    }

    /// <summary>Returns a value that indicates whether all values were read without errors. It is called once, after the last value and before the constructor.</summary>
    public bool Complete()
    {
        _parsed = true;
        return !HasErrors;
    }

    /// <summary>Gets the list that receives the errors of the record's Validate.</summary>
    public ICollection<MetadataError> ValidationErrors => _validationErrors ??= [];

    /// <summary>Takes over the errors that the Validate of the created record added.</summary>
    internal void TakeValidationErrors()
    {
        if (_validationErrors is not null)
        {
            foreach (MetadataError rejection in _validationErrors)
            {
                Add(OwnRules.Declared(rejection, _record, _layout, _start));
            }

            _validationErrors = null;
        }
    }

    /// <summary>The errors, for what finds several.</summary>
    internal List<MetadataError> ErrorList => _errors ??= [];

    internal void Add(MetadataError error) => ErrorList.Add(error);

    /// <summary>Adds an error if there is one. Returns whether there is none.</summary>
    internal bool Keep(MetadataError? error)
    {
        if (error is not null)
        {
            Add(error);
        }

        return error is null;
    }

    /// <summary>Adds the error of a key's value, unless its default takes the value's place. Returns whether there is a value.</summary>
    internal bool Keep(int slot, MetadataError? error) => UsesDefault(slot, error) ? false : Keep(error);

    /// <summary>Returns a value that indicates whether a malformed value is read as the default. It is then counted.</summary>
    internal readonly bool UsesDefault(int slot, MetadataError? error)
    {
        bool usesDefault = Key(slot).OnMalformed == MalformedValuePolicy.UseDefault
            && error is { Kind: MetadataErrorKind.Malformed or MetadataErrorKind.NotPrintableAscii or MetadataErrorKind.Invalid };
        if (usesDefault)
        {
            DefaultedValues.Count(_record.Record, error!);
        }

        return usesDefault;
    }

    /// <summary>Returns an optional value, and adds an error if it is absent but required.</summary>
    internal Found<T> Demand<T>(int slot, Found<T> found)
    {
        if (Key(slot).Required && !Wire(slot).IsPresent)
        {
            Add(KeyErrors.Missing(Key(slot).Key));
        }

        return found;
    }

    /// <summary>Returns a key of the record that is being read, as it is in the outermost record.</summary>
    internal readonly KeyDescriptor Key(int slot) => _layout.Keys[_start + slot];

    /// <summary>Returns the wire value of a key of the record that is being read.</summary>
    internal readonly WireValue Wire(int slot) => _values[_start + slot];

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
