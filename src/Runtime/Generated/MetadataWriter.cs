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
    private readonly bool _forWire;
    private readonly bool _leavesSecrets;
    private MetadataLayout _record;
    private int _start;
    private Slots _fields;
    private List<MetadataError>? _errors;
    private List<MetadataError>? _refusals;

    private MetadataWriter(MetadataLayout layout, bool forWire, bool includeSensitive)
    {
        _layout = layout;
        _record = layout;
        _forWire = forWire;
        _leavesSecrets = !includeSensitive;
        _fields = new Slots(layout.Fields.Length);
    }

    /// <summary>Every error so far.</summary>
    public readonly IReadOnlyList<MetadataError> Errors => _errors ?? (IReadOnlyList<MetadataError>)[];

    /// <summary>What the record's own Validate complains of.</summary>
    public ICollection<MetadataError> Refusals => _refusals ??= [];

    /// <summary>Encodes a record for a <c>Metadata</c>. A sensitive key that is left out cannot fail the write, required or not.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static MetadataWriter Entries<T>(T value, MetadataDirections? direction = null, bool includeSensitive = true)
        where T : IGrpcMetadata<T> => Encode(value, forWire: false, direction, includeSensitive);

    /// <summary>Encodes a record for HTTP headers: base64 on <c>-bin</c> keys.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public static MetadataWriter Headers<T>(T value, MetadataDirections direction)
        where T : IGrpcMetadata<T> => Encode(value, forWire: true, direction, includeSensitive: true);

    /// <summary>
    /// What goes on the wire: a string, a string array with a field for each item of a list, an array of keys with their strings for a
    /// prefix, or null for no field. For writers made by <see cref="Headers{T}"/>.
    /// </summary>
    public readonly object? Header(int slot) => _fields[slot];

    /// <summary>What the record takes, as PROTOCOL-HTTP2.md counts it.</summary>
    public readonly int Size() => Size(0, _layout.Fields.Length);

    /// <summary>What each key takes.</summary>
    public readonly List<KeyValuePair<string, int>> Sizes() => Sizes(0, _layout.Fields.Length);

    /// <summary>Adds the entries of every field. For writers made by <see cref="Entries{T}"/>.</summary>
    internal readonly void AppendTo(Metadata metadata)
    {
        for (int slot = 0; slot < _layout.Fields.Length; slot++)
        {
            string key = _layout.Fields[slot].Key;
            switch (_fields[slot])
            {
                case string text:
                    metadata.Add(new Metadata.Entry(key, text));
                    break;
                case Metadata.Entry entry:
                    metadata.Add(entry);
                    break;
                case string[] texts:
                    foreach (string item in texts)
                    {
                        metadata.Add(new Metadata.Entry(key, item));
                    }

                    break;
                case Metadata.Entry[] entries:
                    Array.ForEach(entries, metadata.Add);
                    break;
            }
        }
    }

    /// <summary>Writes a text value.</summary>
    public void Text<T, TCodec>(int slot, T value)
        where TCodec : ITextCodec<T>
    {
        MetadataField field = Field(slot);
        if (!Leaves(field) && Keep(FieldValue.WriteText<T, TCodec>(field, value, out string text)))
        {
            _fields[_start + slot] = text;
        }
    }

    /// <summary>Writes a binary value.</summary>
    public void Binary<T, TCodec>(int slot, T value)
        where TCodec : IBinaryCodec<T>
    {
        MetadataField field = Field(slot);
        if (!Leaves(field) && Keep(FieldValue.WriteBinary<T, TCodec>(field, value, out ReadOnlyMemory<byte> bytes)))
        {
            _fields[_start + slot] = _forWire ? UnpaddedBase64.Encode(bytes.Span) : FieldValue.Entry(field.Key, bytes);
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
        _fields[_start + slot] = _forWire
            ? fields.ToArray()
            : fields.Select(field => new Metadata.Entry(field.Key, field.Value)).ToArray();
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
        _fields[_start + slot] = _forWire
            ? fields.Select(field => new KeyValuePair<string, string>(field.Key, UnpaddedBase64.Encode(field.Value.Span))).ToArray()
            : fields.Select(field => FieldValue.Entry(field.Key, field.Value)).ToArray();
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

    private static MetadataWriter Encode<T>(T value, bool forWire, MetadataDirections? direction, bool includeSensitive)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        MetadataWriter writer = new(T.Layout, forWire, includeSensitive);
        writer.Record(value);
        return writer._errors is null or []
            ? writer
            : throw new MetadataException($"'{T.Layout.Record}' cannot be written as metadata", direction, writer._errors);
    }

    // Codecs throw nothing. What else runs here is the user's (Validate, properties, collections), and what it throws may hold a value.
    private void Record<T>(T value)
        where T : IGrpcMetadata<T>
    {
        (List<MetadataError>? outer, _refusals) = (_refusals, null);
        int before = _errors?.Count ?? 0;
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
        CheckSize();
    }

    private void TextItems<T, TCodec>(int slot, ReadOnlySpan<T> items, bool isNull)
        where TCodec : ITextCodec<T>
    {
        MetadataField field = Field(slot);
        if (Leaves(field))
        {
            return;
        }

        string[] texts = [];
        if (Keep(isNull ? FieldErrors.NullWritten(field.Key) : ListValue.WriteText<T, TCodec>(field, items, out texts)) && texts.Length != 0)
        {
            _fields[_start + slot] = texts;
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
        if (Keep(isNull ? FieldErrors.NullWritten(field.Key) : ListValue.WriteBinary<T, TCodec>(field, items, out blocks)) && blocks.Length != 0)
        {
            _fields[_start + slot] = _forWire
                ? Array.ConvertAll(blocks, block => UnpaddedBase64.Encode(block.Span))
                : Array.ConvertAll(blocks, block => FieldValue.Entry(field.Key, block));
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

    private readonly int Size(int start, int count)
    {
        int size = 0;
        for (int slot = start; slot < start + count; slot++)
        {
            size += _fields[slot] is object field ? FieldSize.Of(_layout.Fields[slot].Key, field) : 0;
        }

        return size;
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

    private void CheckSize()
    {
        if (_record.MaxBytes > 0 && Size(_start, _record.Fields.Length) > _record.MaxBytes)
        {
            Keep(FieldErrors.TooLarge($"'{_record.Record}'", _record.MaxBytes, "MaxBytes", Sizes(_start, _record.Fields.Length)));
        }
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
