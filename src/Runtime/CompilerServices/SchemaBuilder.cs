using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Gathers a record's schema: the record's <c>Describe</c> says what its layout does not know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaBuilder
{
    private readonly MetadataLayout _layout;
    private readonly MetadataSchemaKey[] _keys;
    private MetadataLayout _record;
    private int _start;
    private string _path = "";
    private bool _mayBeAbsent;

    private SchemaBuilder(MetadataLayout layout)
    {
        _layout = layout;
        _record = layout;
        _keys = new MetadataSchemaKey[layout.Keys.Length];
    }

    private MetadataPositions Positions { get; set; }

    private string? Summary { get; set; }

    internal static MetadataSchema Build<T>()
        where T : IGrpcMetadata<T>
    {
        SchemaBuilder builder = new(T.Layout);
        T.Describe(builder);
        return new MetadataSchema(typeof(T), T.Layout.Record, builder.Positions, T.Layout.MaxSize, builder.Summary, builder._keys);
    }

    /// <summary>The record itself.</summary>
    /// <param name="positions">Where it travels.</param>
    /// <param name="summary">What its documentation says.</param>
    public void Record(MetadataPositions positions, string? summary = null)
    {
        // The first to speak is the outermost.
        if (ReferenceEquals(_record, _layout))
        {
            Positions = positions;
            Summary = summary;
        }
    }

    /// <summary>A text value.</summary>
    public void Text<T, TCodec>(int slot, string property, bool isRequired = false, string? summary = null)
        where TCodec : ITextCodec<T> => Add<T>(slot, property, TCodec.Expected, isRequired && !KeyAt(slot).AllowEmpty, isList: false, summary);

    /// <summary>A binary value. Where no bytes at all are a value too, its key may be absent.</summary>
    public void Binary<T, TCodec>(int slot, string property, bool isRequired = false, string? summary = null)
        where TCodec : IBinaryCodec<T> => Add<T>(slot, property, TCodec.Expected, isRequired && !SingleValue.AllowsEmpty<TCodec>(KeyAt(slot)), isList: false, summary);

    /// <summary>A list of text values.</summary>
    public void TextList<T, TCodec>(int slot, string property, string? summary = null)
        where TCodec : ITextCodec<T> => Add<T>(slot, property, TCodec.Expected, isRequired: KeyAt(slot).Required, isList: true, summary);

    /// <summary>A list of binary values.</summary>
    public void BinaryList<T, TCodec>(int slot, string property, string? summary = null)
        where TCodec : IBinaryCodec<T> => Add<T>(slot, property, TCodec.Expected, isRequired: KeyAt(slot).Required, isList: true, summary);

    /// <summary>Text values by the rest of their keys.</summary>
    public void TextMap<T, TCodec>(int slot, string property, string? summary = null)
        where TCodec : ITextCodec<T> => Add<T>(slot, property, TCodec.Expected, isRequired: KeyAt(slot).Required, isList: false, summary);

    /// <summary>Binary values by the rest of their keys.</summary>
    public void BinaryMap<T, TCodec>(int slot, string property, string? summary = null)
        where TCodec : IBinaryCodec<T> => Add<T>(slot, property, TCodec.Expected, isRequired: KeyAt(slot).Required, isList: false, summary);

    /// <summary>A record inside the record.</summary>
    /// <param name="nested">Its place among the records inside.</param>
    /// <param name="property">The property.</param>
    /// <param name="isRequired">Whether the record must be there.</param>
    /// <param name="summary">What the property's documentation says.</param>
    public void Nested<T>(int nested, string property, bool isRequired = false, string? summary = null)
        where T : IGrpcMetadata<T>
    {
        (MetadataLayout outer, int start, string path, bool mayBeAbsent) = (_record, _start, _path, _mayBeAbsent);
        _start += outer.StartOf(nested);
        _record = T.Layout;
        _path += property + ".";
        _mayBeAbsent |= !isRequired;
        T.Describe(this);
        (_record, _start, _path, _mayBeAbsent) = (outer, start, path, mayBeAbsent);
    }

    private KeyDescriptor KeyAt(int slot) => _layout.Keys[_start + slot];

    private void Add<T>(int slot, string property, string expected, bool isRequired, bool isList, string? summary)
    {
        KeyDescriptor key = KeyAt(slot);
        _keys[_start + slot] = new MetadataSchemaKey
        {
            Key = key.Key,
            Property = _path + property,
            Kind = key.BinaryEntries || KeyGrammar.IsBinary(key.Key) ? MetadataKeyKind.Binary : MetadataKeyKind.Text,
            Type = typeof(T),
            Expected = expected,
            IsList = isList,
            IsPrefix = key.IsPrefix,
            IsRequired = isRequired && !_mayBeAbsent,
            IsSensitive = key.Sensitive,
            IsReadOnly = key.ReadOnly,
            ErrorStatusCode = key.ErrorStatusCode,
            Aliases = Array.AsReadOnly(key.Aliases),
            Summary = summary,
        };
    }
}
