using System.Collections.Immutable;
using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.Codecs;

namespace TypedMetadata.Generated;

/// <summary>
/// Writes one record. Every value is checked and encoded first; only when none failed does the caller put the fields where they
/// belong, so a failed write leaves nothing behind.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MetadataWriter
{
    private readonly MetadataLayout _layout;

    // Where entries go as they come; null for HTTP headers, which wait in their slots.
    private readonly Metadata? _entries;
    private readonly bool _leavesSecrets;
    private readonly bool _joinsLists;
    private MetadataLayout _record;
    private int _start;
    private Slots _fields;
    private List<MetadataError>? _errors;
    private List<MetadataError>? _refusals;

    private MetadataWriter(MetadataLayout layout, Metadata? entries, bool includeSensitive, bool joinsLists)
    {
        _layout = layout;
        _record = layout;
        _entries = entries;
        _leavesSecrets = !includeSensitive;
        _joinsLists = joinsLists;
        _fields = new Slots(entries is null ? layout.Fields.Length : 0);
    }

    /// <summary>Every error so far.</summary>
    public readonly IReadOnlyList<MetadataError> Errors => _errors ?? (IReadOnlyList<MetadataError>)[];

    /// <summary>What the record's own Validate complains of.</summary>
    public ICollection<MetadataError> Refusals => _refusals ??= [];

    /// <summary>
    /// A new <c>Metadata</c> of a record. A sensitive key that is left out cannot fail the write, required or not. In request metadata a text list is one entry, as
    /// HttpClient would send it anyway: no item has a comma.
    /// </summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static Metadata Entries<T>(T value, MetadataDirections? direction = null, bool includeSensitive = true)
        where T : IGrpcMetadata<T>
    {
        Metadata entries = UncheckedEntry.NewMetadata(T.Layout.Fields.Length);
        MetadataWriter writer = new(T.Layout, entries, includeSensitive, joinsLists: direction == MetadataDirections.Request);
        writer.Encode(value, direction);
        return entries;
    }

    /// <summary>Encodes a record for HTTP headers: base64 on <c>-bin</c> keys.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public static MetadataWriter Headers<T>(T value, MetadataDirections direction)
        where T : IGrpcMetadata<T>
    {
        MetadataWriter writer = new(T.Layout, entries: null, includeSensitive: true, joinsLists: false);
        writer.Encode(value, direction);
        return writer;
    }

    /// <summary>
    /// What goes on the wire: a string, a string array with a field for each item of a list, an array of keys with their strings for a
    /// prefix, or null for no field. For writers made by <see cref="Headers{T}"/>.
    /// </summary>
    public readonly object? Header(int slot) => _fields[slot];

    /// <summary>The record's keys by slot.</summary>
    public readonly ReadOnlySpan<MetadataField> Fields => _layout.Fields;

    /// <summary>What the record takes, as PROTOCOL-HTTP2.md counts it. For writers made by <see cref="Headers{T}"/>.</summary>
    public readonly int Size()
    {
        int size = 0;
        for (int slot = 0; slot < _layout.Fields.Length; slot++)
        {
            size += _fields[slot] is object field ? FieldSize.Of(_layout.Fields[slot].Key, field) : 0;
        }

        return size;
    }

    /// <summary>What each key takes. For writers made by <see cref="Headers{T}"/>.</summary>
    public readonly List<KeyValuePair<string, int>> Sizes() => Sizes(0, _layout.Fields.Length);

    /// <summary>Writes a text value.</summary>
    public void Text<T, TCodec>(int slot, T value)
        where TCodec : ITextCodec<T>
    {
        MetadataField field = Field(slot);
        if (!Leaves(field) && Keep(FieldValue.WriteText<T, TCodec>(field, value, out string text)))
        {
            Put(slot, field.Key, text);
        }
    }

    /// <summary>Writes a binary value.</summary>
    public void Binary<T, TCodec>(int slot, T value)
        where TCodec : IBinaryCodec<T>
    {
        MetadataField field = Field(slot);
        if (TCodec.UsesSpans && _entries is null && value is not null && SmallBinary.TryEncode<T, TCodec>(value, out string? text))
        {
            _fields[_start + slot] = text;
        }
        else if (!Leaves(field) && Keep(FieldValue.WriteBinary<T, TCodec>(field, value, out ReadOnlyMemory<byte> bytes)))
        {
            Put(slot, field.Key, bytes, TCodec.EncodesAnew);
        }
    }

    /// <summary>Writes a list of text values, a field each.</summary>
    public void TextList<T, TCodec>(int slot, IReadOnlyList<T>? items)
        where TCodec : ITextCodec<T> => TextItems<T, TCodec>(slot, ListValue.SpanOf(items), isNull: items is null);

    /// <inheritdoc cref="TextList{T, TCodec}(int, IReadOnlyList{T})"/>
    public void TextList<T, TCodec>(int slot, ImmutableArray<T> items)
        where TCodec : ITextCodec<T> => TextItems<T, TCodec>(slot, items.AsSpan(), items.IsDefault);

    /// <summary>Writes a list of binary values, a field each.</summary>
    public void BinaryList<T, TCodec>(int slot, IReadOnlyList<T>? items)
        where TCodec : IBinaryCodec<T> => BinaryItems<T, TCodec>(slot, ListValue.SpanOf(items), isNull: items is null);

    /// <inheritdoc cref="BinaryList{T, TCodec}(int, IReadOnlyList{T})"/>
    public void BinaryList<T, TCodec>(int slot, ImmutableArray<T> items)
        where TCodec : IBinaryCodec<T> => BinaryItems<T, TCodec>(slot, items.AsSpan(), items.IsDefault);

    /// <summary>Writes the entries of a dictionary, a key each.</summary>
    public void TextMap<T, TCodec>(int slot, IReadOnlyDictionary<string, T>? map)
        where TCodec : ITextCodec<T>
    {
        if (Leaves(Field(slot)))
        {
            return;
        }

        List<KeyValuePair<string, string>> fields = PrefixMap.Write<T, string>(Field(slot), map, FieldValue.WriteText<T, TCodec>, _errors ??= []);
        if (_entries is null)
        {
            _fields[_start + slot] = fields.ToArray();
            return;
        }

        foreach ((string key, string text) in fields)
        {
            Put(slot, key, text);
        }
    }

    /// <summary>Writes the entries of a dictionary of binary values, a key each.</summary>
    public void BinaryMap<T, TCodec>(int slot, IReadOnlyDictionary<string, T>? map)
        where TCodec : IBinaryCodec<T>
    {
        if (Leaves(Field(slot)))
        {
            return;
        }

        List<KeyValuePair<string, ReadOnlyMemory<byte>>> fields = PrefixMap.Write<T, ReadOnlyMemory<byte>>(Field(slot), map, FieldValue.WriteBinary<T, TCodec>, _errors ??= []);
        if (_entries is null)
        {
            _fields[_start + slot] = fields.Select(field => new KeyValuePair<string, string>(field.Key, UnpaddedBase64.Encode(field.Value.Span))).ToArray();
            return;
        }

        foreach ((string key, ReadOnlyMemory<byte> bytes) in fields)
        {
            Put(slot, key, bytes);
        }
    }

    /// <summary>Writes a record inside the record, its keys in place.</summary>
    /// <param name="nested">Its place among the records inside.</param>
    /// <param name="value">The inner record.</param>
    public void Nested<T>(int nested, T value)
        where T : IGrpcMetadata<T>
    {
        (MetadataLayout outer, int start) = (_record, _start);
        _start += outer.StartOf(nested);
        _record = T.Layout;
        if (value is not null)
        {
            Record(value);
        }
        else if (!LeavesAll())
        {
            Keep(FieldErrors.NullRecord(Field(0).Key, _record.Record));
        }

        (_record, _start) = (outer, start);
    }

    private void Encode<T>(T value, MetadataDirections? direction)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        Record(value);
        if (_errors is { Count: > 0 })
        {
            throw new MetadataException($"'{T.Layout.Record}' cannot be written as metadata", direction, _errors);
        }
    }

    // Codecs throw nothing. What else runs here is the user's (Validate, properties, collections), and what it throws may hold a value.
    private void Record<T>(T value)
        where T : IGrpcMetadata<T>
    {
        (List<MetadataError>? outer, _refusals) = (_refusals, null);
        int before = _errors?.Count ?? 0;
        int firstEntry = _entries?.Count ?? 0;
        try
        {
            T.Write(value, ref this);
        }
        catch (Exception exception)
        {
            Keep(FieldErrors.RefusedWrite(_record.Record, exception));
        }

        for (int i = 0; i < _refusals?.Count; i++)
        {
            (_errors ??= []).Insert(before + i, OwnRules.Declared<T>(_refusals[i], _layout, _start));
        }

        _refusals = outer;
        CheckSize(firstEntry);
    }

    private void TextItems<T, TCodec>(int slot, ReadOnlySpan<T> items, bool isNull)
        where TCodec : ITextCodec<T>
    {
        MetadataField field = Field(slot);
        if (Leaves(field) || !Keep(ListValue.Check(field, items.Length, isNull)))
        {
            return;
        }

        string[]? texts = (_entries is null || _joinsLists) && !items.IsEmpty ? new string[items.Length] : null;
        for (int i = 0; i < items.Length; i++)
        {
            if (!Keep(ListValue.WriteText<T, TCodec>(field, items[i], out string text)))
            {
                return;
            }

            if (texts is not null)
            {
                texts[i] = text;
            }
            else
            {
                _entries!.Add(UncheckedEntry.Text(field.Key, text));
            }
        }

        if (texts is null)
        {
            return;
        }

        if (_entries is null)
        {
            _fields[_start + slot] = texts;
        }
        else
        {
            Put(slot, field.Key, string.Join(',', texts));
        }
    }

    private void BinaryItems<T, TCodec>(int slot, ReadOnlySpan<T> items, bool isNull)
        where TCodec : IBinaryCodec<T>
    {
        MetadataField field = Field(slot);
        if (Leaves(field))
        {
            return;
        }

        ReadOnlyMemory<byte>[] blocks = [];
        if (Keep(ListValue.Check(field, items.Length, isNull) ?? ListValue.WriteBinary<T, TCodec>(field, items, out blocks)) && blocks.Length != 0)
        {
            if (_entries is null)
            {
                _fields[_start + slot] = Array.ConvertAll(blocks, block => UnpaddedBase64.Encode(block.Span));
                return;
            }

            foreach (ReadOnlyMemory<byte> block in blocks)
            {
                Put(slot, field.Key, block);
            }
        }
    }

    private void Put(int slot, string key, string text)
    {
        if (_entries is null)
        {
            _fields[_start + slot] = text;
        }
        else
        {
            _entries.Add(UncheckedEntry.Text(key, text));
        }
    }

    private void Put(int slot, string key, ReadOnlyMemory<byte> bytes, bool isOwned = false)
    {
        if (_entries is null)
        {
            _fields[_start + slot] = UnpaddedBase64.Encode(bytes.Span);
        }
        else
        {
            _entries.Add(FieldValue.Entry(key, bytes, isOwned));
        }
    }

    private readonly MetadataField Field(int slot) => _layout.Fields[_start + slot];

    private readonly bool Leaves(MetadataField field) => _leavesSecrets && field.Sensitive;

    private readonly bool LeavesAll()
    {
        for (int slot = 0; slot < _record.Fields.Length; slot++)
        {
            if (!Leaves(Field(slot)))
            {
                return false;
            }
        }

        return true;
    }

    private void CheckSize(int firstEntry)
    {
        if (_record.MaxBytes <= 0)
        {
            return;
        }

        List<KeyValuePair<string, int>> sizes = _entries is null ? Sizes(_start, _record.Fields.Length) : FieldSize.OfEach(_entries, firstEntry);
        if (sizes.Sum(field => field.Value) > _record.MaxBytes)
        {
            Keep(FieldErrors.TooLarge($"'{_record.Record}'", _record.MaxBytes, "MaxBytes", sizes));
        }
    }

    private readonly List<KeyValuePair<string, int>> Sizes(int start, int count)
    {
        List<KeyValuePair<string, int>> sizes = [];
        for (int slot = start; slot < start + count; slot++)
        {
            if (_fields[slot] is object field)
            {
                string key = _layout.Fields[slot].Key;
                sizes.Add(new(key, FieldSize.Of(key, field)));
            }
        }

        return sizes;
    }

    private bool Keep(MetadataError? error)
    {
        if (error is not null)
        {
            (_errors ??= []).Add(error);
        }

        return error is null;
    }
}
