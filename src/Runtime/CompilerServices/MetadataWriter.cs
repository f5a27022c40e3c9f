using System.Collections.Immutable;
using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// Writes one record. Every value is checked and encoded first; only when none failed does the caller put the values where they
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
    private Slots _values;
    private List<MetadataError>? _errors;
    private List<MetadataError>? _validationErrors;

    private MetadataWriter(MetadataLayout layout, Metadata? entries, bool includeSensitive, bool joinsLists)
    {
        _layout = layout;
        _record = layout;
        _entries = entries;
        _leavesSecrets = !includeSensitive;
        _joinsLists = joinsLists;
        _values = new Slots(entries is null ? layout.Keys.Length : 0);
    }

    /// <summary>Every error so far.</summary>
    internal readonly IReadOnlyList<MetadataError> Errors => _errors ?? (IReadOnlyList<MetadataError>)[];

    /// <summary>The errors that the record's own Validate adds.</summary>
    public ICollection<MetadataError> ValidationErrors => _validationErrors ??= [];

    /// <summary>
    /// A new <c>Metadata</c> of a record. A sensitive key that is left out cannot fail the write, required or not. In request metadata a text list is one entry, as
    /// HttpClient would send it anyway: no item has a comma.
    /// </summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static Metadata Entries<T>(T value, MetadataPositions? position = null, bool includeSensitive = true)
        where T : IGrpcMetadata<T>
    {
        Metadata entries = UncheckedEntry.NewMetadata(T.Layout.Keys.Length);
        MetadataWriter writer = new(T.Layout, entries, includeSensitive, joinsLists: position == MetadataPositions.Request);
        writer.Encode(value, position);
        return entries;
    }

    /// <summary>Encodes a record for HTTP headers: base64 on <c>-bin</c> keys.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static MetadataWriter Headers<T>(T value, MetadataPositions position)
        where T : IGrpcMetadata<T>
    {
        MetadataWriter writer = new(T.Layout, entries: null, includeSensitive: true, joinsLists: false);
        writer.Encode(value, position);
        return writer;
    }

    /// <summary>What a key carries: a text, a text for each item of a list, or those of a prefix's keys. For writers made by <see cref="Headers{T}"/>.</summary>
    internal readonly WireValue Header(int slot) => _values[slot];

    /// <summary>The record's keys by slot.</summary>
    internal readonly ReadOnlySpan<KeyDescriptor> Keys => _layout.Keys;

    /// <summary>What the record takes, as PROTOCOL-HTTP2.md counts it. For writers made by <see cref="Headers{T}"/>.</summary>
    internal readonly int Size()
    {
        int size = 0;
        for (int slot = 0; slot < _layout.Keys.Length; slot++)
        {
            size += WireSize.Of(_layout.Keys[slot].Key, _values[slot]);
        }

        return size;
    }

    /// <summary>What each key takes. For writers made by <see cref="Headers{T}"/>.</summary>
    internal readonly List<KeyValuePair<string, int>> Sizes() => Sizes(0, _layout.Keys.Length);

    /// <summary>Writes a text value.</summary>
    public void Text<T, TCodec>(int slot, T value)
        where TCodec : ITextCodec<T>
    {
        KeyDescriptor key = Key(slot);
        if (!Leaves(key) && Keep(SingleValue.WriteText<T, TCodec>(key, value, out string text)))
        {
            Put(slot, key.Key, text);
        }
    }

    /// <summary>Writes a binary value.</summary>
    public void Binary<T, TCodec>(int slot, T value)
        where TCodec : IBinaryCodec<T>
    {
        KeyDescriptor key = Key(slot);
        if (TCodec.UsesSpans && _entries is null && value is not null && SmallBinary.TryEncode<T, TCodec>(value, out string? text))
        {
            _values[_start + slot] = new WireValue(text);
        }
        else if (!Leaves(key) && Keep(SingleValue.WriteBinary<T, TCodec>(key, value, out ReadOnlyMemory<byte> bytes)))
        {
            Put(slot, key.Key, bytes, TCodec.EncodesAnew);
        }
    }

    /// <summary>Writes a list of text values.</summary>
    public void TextList<T, TCodec>(int slot, IReadOnlyList<T>? items)
        where TCodec : ITextCodec<T> => TextItems<T, TCodec>(slot, ListValue.SpanOf(items), isNull: items is null);

    /// <inheritdoc cref="TextList{T, TCodec}(int, IReadOnlyList{T})"/>
    public void TextList<T, TCodec>(int slot, ImmutableArray<T> items)
        where TCodec : ITextCodec<T> => TextItems<T, TCodec>(slot, items.AsSpan(), items.IsDefault);

    /// <summary>Writes a list of binary values.</summary>
    public void BinaryList<T, TCodec>(int slot, IReadOnlyList<T>? items)
        where TCodec : IBinaryCodec<T> => BinaryItems<T, TCodec>(slot, ListValue.SpanOf(items), isNull: items is null);

    /// <inheritdoc cref="BinaryList{T, TCodec}(int, IReadOnlyList{T})"/>
    public void BinaryList<T, TCodec>(int slot, ImmutableArray<T> items)
        where TCodec : IBinaryCodec<T> => BinaryItems<T, TCodec>(slot, items.AsSpan(), items.IsDefault);

    /// <summary>Writes the entries of a dictionary, a key each.</summary>
    public void TextMap<T, TCodec>(int slot, IReadOnlyDictionary<string, T>? map)
        where TCodec : ITextCodec<T>
    {
        if (Leaves(Key(slot)))
        {
            return;
        }

        List<KeyValuePair<string, string>> entries = PrefixMap.Write<T, string>(Key(slot), map, SingleValue.WriteText<T, TCodec>, _errors ??= []);
        if (_entries is null)
        {
            _values[_start + slot] = new WireValue(entries.ToArray());
            return;
        }

        foreach ((string key, string text) in entries)
        {
            Put(slot, key, text);
        }
    }

    /// <summary>Writes the entries of a dictionary of binary values, a key each.</summary>
    public void BinaryMap<T, TCodec>(int slot, IReadOnlyDictionary<string, T>? map)
        where TCodec : IBinaryCodec<T>
    {
        if (Leaves(Key(slot)))
        {
            return;
        }

        List<KeyValuePair<string, ReadOnlyMemory<byte>>> entries = PrefixMap.Write<T, ReadOnlyMemory<byte>>(Key(slot), map, SingleValue.WriteBinary<T, TCodec>, _errors ??= []);
        if (_entries is null)
        {
            _values[_start + slot] = new WireValue(entries.Select(entry => new KeyValuePair<string, string>(entry.Key, UnpaddedBase64.Encode(entry.Value.Span))).ToArray());
            return;
        }

        foreach ((string key, ReadOnlyMemory<byte> bytes) in entries)
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
            Keep(KeyErrors.NullRecord(Key(0).Key, _record.Record));
        }

        (_record, _start) = (outer, start);
    }

    private void Encode<T>(T value, MetadataPositions? position)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        Record(value);
        if (_errors is { Count: > 0 })
        {
            throw new MetadataException($"'{T.Layout.Record}' cannot be written as metadata", position, _errors);
        }
    }

    // Codecs throw nothing. What else runs here is the user's (Validate, properties, collections), and what it throws may hold a value.
    private void Record<T>(T value)
        where T : IGrpcMetadata<T>
    {
        (List<MetadataError>? outer, _validationErrors) = (_validationErrors, null);
        int before = _errors?.Count ?? 0;
        int firstEntry = _entries?.Count ?? 0;
        try
        {
            T.Write(value, ref this);
        }
        catch (Exception exception)
        {
            Keep(KeyErrors.RejectedWrite(_record.Record, exception));
        }

        for (int i = 0; i < _validationErrors?.Count; i++)
        {
            (_errors ??= []).Insert(before + i, OwnRules.Declared<T>(_validationErrors[i], _layout, _start));
        }

        _validationErrors = outer;
        CheckSize(firstEntry);
    }

    private void TextItems<T, TCodec>(int slot, ReadOnlySpan<T> items, bool isNull)
        where TCodec : ITextCodec<T>
    {
        KeyDescriptor key = Key(slot);
        if (Leaves(key) || !Keep(ListValue.Check(key, items.Length, isNull)))
        {
            return;
        }

        string[]? texts = (_entries is null || _joinsLists) && !items.IsEmpty ? new string[items.Length] : null;
        for (int i = 0; i < items.Length; i++)
        {
            if (!Keep(ListValue.WriteText<T, TCodec>(key, items[i], out string text)))
            {
                return;
            }

            if (texts is not null)
            {
                texts[i] = text;
            }
            else
            {
                _entries!.Add(UncheckedEntry.Text(key.Key, text));
            }
        }

        if (texts is null)
        {
            return;
        }

        if (_entries is null)
        {
            _values[_start + slot] = new WireValue(texts);
        }
        else
        {
            Put(slot, key.Key, string.Join(',', texts));
        }
    }

    private void BinaryItems<T, TCodec>(int slot, ReadOnlySpan<T> items, bool isNull)
        where TCodec : IBinaryCodec<T>
    {
        KeyDescriptor key = Key(slot);
        if (Leaves(key))
        {
            return;
        }

        ReadOnlyMemory<byte>[] blocks = [];
        if (Keep(ListValue.Check(key, items.Length, isNull) ?? ListValue.WriteBinary<T, TCodec>(key, items, out blocks)) && blocks.Length != 0)
        {
            if (_entries is null)
            {
                _values[_start + slot] = new WireValue(Array.ConvertAll(blocks, block => UnpaddedBase64.Encode(block.Span)));
                return;
            }

            foreach (ReadOnlyMemory<byte> block in blocks)
            {
                Put(slot, key.Key, block);
            }
        }
    }

    private void Put(int slot, string key, string text)
    {
        if (_entries is null)
        {
            _values[_start + slot] = new WireValue(text);
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
            _values[_start + slot] = new WireValue(UnpaddedBase64.Encode(bytes.Span));
        }
        else
        {
            _entries.Add(SingleValue.Entry(key, bytes, isOwned));
        }
    }

    private readonly KeyDescriptor Key(int slot) => _layout.Keys[_start + slot];

    private readonly bool Leaves(KeyDescriptor key) => _leavesSecrets && key.Sensitive;

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

    private void CheckSize(int firstEntry)
    {
        if (_record.MaxSize <= 0)
        {
            return;
        }

        List<KeyValuePair<string, int>> sizes = _entries is null ? Sizes(_start, _record.Keys.Length) : WireSize.OfEach(_entries, firstEntry);
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
            if (_values[slot].IsPresent)
            {
                string key = _layout.Keys[slot].Key;
                sizes.Add(new(key, WireSize.Of(key, _values[slot])));
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
