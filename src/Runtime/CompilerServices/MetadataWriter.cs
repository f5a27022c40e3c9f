using System.ComponentModel;
using System.Runtime.InteropServices;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// Writes a record. All values are validated and encoded first. They are added to the target, such as a <c>Metadata</c> or HTTP headers, only if there are no errors, so a
/// failed write changes nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MetadataWriter
{
    private readonly MetadataLayout _layout;
    private readonly bool _leavesSecrets;
    private MetadataLayout _record;
    private int _start;
    private Slots _values;
    private List<MetadataError>? _errors;
    private List<MetadataError>? _validationErrors;

    private MetadataWriter(MetadataLayout layout, bool encodesBase64 = false, bool joinsLists = false, bool leavesSecrets = false)
    {
        _layout = layout;
        _record = layout;
        _leavesSecrets = leavesSecrets;
        EncodesBase64 = encodesBase64;
        JoinsLists = joinsLists;
        _values = new Slots(layout.Keys.Length);
    }

    /// <summary>Gets the list that receives the errors of the record's Validate.</summary>
    public ICollection<MetadataError> ValidationErrors => _validationErrors ??= [];

    /// <summary>Whether bytes are encoded as base64, for HTTP headers.</summary>
    internal bool EncodesBase64 { get; }

    /// <summary>Whether the items of a text list are joined into one value.</summary>
    internal bool JoinsLists { get; }

    /// <summary>The record's keys by slot.</summary>
    internal readonly ReadOnlySpan<KeyDescriptor> Keys => _layout.Keys;

    /// <summary>The number of entries of a <c>Metadata</c> that the record needs.</summary>
    internal int EntryCount { get; private set; }

    /// <summary>The errors, for what finds several.</summary>
    internal List<MetadataError> ErrorList => _errors ??= [];

    /// <summary>
    /// Converts a record to a new <c>Metadata</c>. Sensitive keys that are left out are not validated. In request metadata, a text list is one entry, because HttpClient would
    /// join the items anyway.
    /// </summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public static Metadata Entries<T>(T value, MetadataPositions? position = null, bool includeSensitive = true)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        MetadataWriter writer = new(DescriptorOf<T>.Value.Layout, joinsLists: position == MetadataPositions.Request, leavesSecrets: !includeSensitive);
        writer.Record(value);
        writer.ThrowIfFailed(position);
        return WireEntries.Of(in writer);
    }

    /// <summary>Encodes a record for HTTP headers: base64 on <c>-bin</c> keys.</summary>
    /// <param name="value">The record.</param>
    /// <param name="position">The position of the record.</param>
    /// <param name="remedy">A remedy that is added to the message of the exception, or null.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static MetadataWriter Headers<T>(T value, MetadataPositions position, string? remedy = null)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        MetadataWriter writer = new(DescriptorOf<T>.Value.Layout, encodesBase64: true);
        writer.Record(value);
        writer.ThrowIfFailed(position, remedy);
        return writer;
    }

    /// <summary>Encodes the valid keys of a record, as entries of a <c>Metadata</c> or for HTTP headers.</summary>
    /// <param name="value">The record.</param>
    /// <param name="encodesBase64">Whether bytes become base64.</param>
    /// <param name="errors">One error for each key that is left out. If the record as a whole is rejected, all keys are left out.</param>
    internal static MetadataWriter Writable<T>(T value, bool encodesBase64, out List<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        MetadataWriter writer = new(DescriptorOf<T>.Value.Layout, encodesBase64);
        writer.Record(value);
        errors = [];
        foreach (MetadataError error in writer._errors ?? [])
        {
            if (error.Key.Length != 0)
            {
                errors.Add(error);
                writer.LeaveOut(writer._layout.SlotOf(error.Key));
            }
            else if (writer._layout.MaxSize <= 0 || writer.Size() <= writer._layout.MaxSize)
            {
                errors.Add(error);
                writer._values = new Slots(writer.Keys.Length);
            }
            else
            {
                writer.Shrink(writer._layout.MaxSize, "MaxSize", errors);
            }
        }

        return writer;
    }

    /// <summary>Leaves out the largest keys until the record is within a limit.</summary>
    /// <param name="most">The maximum size, in bytes.</param>
    /// <param name="limit">The name of the option that sets the limit.</param>
    /// <param name="errors">A list that receives an error for each key that is left out.</param>
    internal void Shrink(int most, string limit, List<MetadataError> errors)
    {
        while (Size() > most && Sizes() is { Count: not 0 } sizes)
        {
            string largest = sizes.MaxBy(static size => size.Value).Key;
            errors.Add(KeyErrors.LeftOut(largest, limit));
            LeaveOut(_layout.SlotOf(largest));
        }
    }

    /// <summary>Writes a nested record.</summary>
    /// <param name="nested">The index of the nested record.</param>
    /// <param name="value">The nested record.</param>
    public void Nested<T>(int nested, T value)
        where T : IGrpcMetadata<T>
    {
        (MetadataLayout outer, int start) = (_record, _start);
        _start += outer.StartOf(nested);
        _record = DescriptorOf<T>.Value.Layout;
        if (value is not null)
        {
            Record(value);
        }
        else if (!LeavesAll())
        {
            Keep(KeyErrors.NullRecord(Key(0).Key, _record.Record));
        }

        (_record, _start) = (outer, start);
    }

    /// <summary>Returns the wire value of a key.</summary>
    internal readonly WireValue Value(int slot) => _values[slot];

    /// <summary>Returns the size of the record, as PROTOCOL-HTTP2.md counts it.</summary>
    internal readonly int Size()
    {
        int size = 0;
        for (int slot = 0; slot < _layout.Keys.Length; slot++)
        {
            size += WireSize.Of(_layout.Keys[slot].Key, _values[slot]);
        }

        return size;
    }

    /// <summary>Returns the slot of the first key with a header field that is larger than a limit, or -1.</summary>
    internal readonly int SlotWithFieldOver(int most)
    {
        for (int slot = 0; slot < _layout.Keys.Length; slot++)
        {
            if (WireSize.LargestField(_layout.Keys[slot].Key, _values[slot]) > most)
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>Returns the size of each key.</summary>
    internal readonly List<KeyValuePair<string, int>> Sizes() => Sizes(0, _layout.Keys.Length);

    /// <summary>Returns a key of the record that is being written, as it is in the outermost record.</summary>
    internal readonly KeyDescriptor Key(int slot) => _layout.Keys[_start + slot];

    /// <summary>Returns a value that indicates whether a key is left out because it is sensitive.</summary>
    internal readonly bool Leaves(KeyDescriptor key) => _leavesSecrets && key.Sensitive;

    /// <summary>Adds an error if there is one. Returns whether there is none.</summary>
    internal bool Keep(MetadataError? error)
    {
        if (error is not null)
        {
            ErrorList.Add(error);
        }

        return error is null;
    }

    /// <summary>Returns the wire value of bytes: base64, or an array that is not shared.</summary>
    internal readonly WireValue Encode(ReadOnlyMemory<byte> bytes, bool isOwned = false) =>
        EncodesBase64 ? new WireValue(UnpaddedBase64.Encode(bytes.Span))
        : isOwned && MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array) && array.Array!.Length == bytes.Length ? new WireValue(array.Array)
        : new WireValue(bytes.ToArray());

    /// <summary>Returns the wire value of the items of a binary list.</summary>
    internal readonly WireValue Encode(ReadOnlyMemory<byte>[] blocks) =>
        EncodesBase64
            ? new WireValue(Array.ConvertAll(blocks, static block => UnpaddedBase64.Encode(block.Span)))
            : new WireValue(Array.ConvertAll(blocks, static block => block.ToArray()));

    /// <summary>Stores the wire value of a key in its slot.</summary>
    /// <param name="slot">The index of the key in the record.</param>
    /// <param name="value">The wire value.</param>
    /// <param name="entries">The number of entries of the value.</param>
    internal void Put(int slot, WireValue value, int entries = 1)
    {
        _values[_start + slot] = value;
        EntryCount += entries;
    }

    private readonly void ThrowIfFailed(MetadataPositions? position, string? remedy = null)
    {
        if (_errors is { Count: > 0 })
        {
            throw new MetadataException($"'{_layout.Record}' cannot be written as metadata", position, _errors, remedy);
        }
    }

    /// <summary>Removes the value of a slot. It has no effect for -1.</summary>
    internal void LeaveOut(int slot)
    {
        if (slot >= 0)
        {
            _values[slot] = default;
        }
    }

    // Codecs do not throw. Validate, properties and collections are user code, and the message of their exceptions may contain a value.
    private void Record<T>(T value)
        where T : IGrpcMetadata<T>
    {
        (List<MetadataError>? outer, _validationErrors) = (_validationErrors, null);
        int before = _errors?.Count ?? 0;
        try
        {
            DescriptorOf<T>.Value.Write(value, ref this);
        }
        catch (Exception exception)
        {
            Keep(KeyErrors.RejectedWrite(_record.Record, exception));
        }

        for (int i = 0; i < _validationErrors?.Count; i++)
        {
            ErrorList.Insert(before + i, OwnRules.Declared(_validationErrors[i], _record, _layout, _start));
        }

        _validationErrors = outer;
        CheckSize();
    }

    private readonly bool LeavesAll()
    {
        for (int slot = 0; slot < _record.Keys.Length; slot++)
        {
            if (!Leaves(Key(slot)))
            {
                return false;
            }
        }

        return true;
    }

    private void CheckSize()
    {
        if (_record.MaxSize <= 0)
        {
            return;
        }

        List<KeyValuePair<string, int>> sizes = Sizes(_start, _record.Keys.Length);
        if (sizes.Sum(static size => size.Value) > _record.MaxSize)
        {
            Keep(KeyErrors.TooLarge($"'{_record.Record}'", _record.MaxSize, "MaxSize", sizes));
        }
    }

    private readonly List<KeyValuePair<string, int>> Sizes(int start, int count)
    {
        List<KeyValuePair<string, int>> sizes = [];
        for (int slot = start; slot < start + count; slot++)
        {
            WireSize.AddTo(sizes, _layout.Keys[slot].Key, _values[slot]);
        }

        return sizes;
    }
}
