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
    private Slots _fields;
    private List<MetadataError>? _errors;

    private MetadataWriter(MetadataLayout layout, bool forWire)
    {
        _layout = layout;
        _forWire = forWire;
        _fields = new Slots(layout.Fields.Length);
    }

    /// <summary>Every error so far.</summary>
    public readonly IReadOnlyList<MetadataError> Errors => _errors ?? (IReadOnlyList<MetadataError>)[];

    /// <summary>Encodes a record for a <c>Metadata</c>.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static MetadataWriter Entries<T>(T value)
        where T : IGrpcMetadata<T> => Encode(value, forWire: false, direction: null);

    /// <summary>Encodes a record for HTTP headers: base64 on <c>-bin</c> keys.</summary>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public static MetadataWriter Headers<T>(T value, MetadataDirections direction)
        where T : IGrpcMetadata<T> => Encode(value, forWire: true, direction);

    /// <summary>The encoded field, or null when the record's value is null. For writers made by <see cref="Headers{T}"/>.</summary>
    public readonly string? Header(int slot) => (string?)_fields[slot];

    /// <summary>The entry, or null when the record's value is null. For writers made by <see cref="Entries{T}"/>.</summary>
    internal readonly Metadata.Entry? Entry(int slot) => (Metadata.Entry?)_fields[slot];

    /// <summary>Writes a text value.</summary>
    public void Text<T, TCodec>(int slot, T value)
        where TCodec : ITextCodec<T>
    {
        MetadataField field = _layout.Fields[slot];
        if (Keep(FieldValue.WriteText<T, TCodec>(field, value, out string text)))
        {
            _fields[slot] = _forWire ? text : new Metadata.Entry(field.Key, text);
        }
    }

    /// <summary>Writes a binary value.</summary>
    public void Binary<T, TCodec>(int slot, T value)
        where TCodec : IBinaryCodec<T>
    {
        MetadataField field = _layout.Fields[slot];
        if (Keep(FieldValue.WriteBinary<T, TCodec>(field, value, out ReadOnlyMemory<byte> bytes)))
        {
            _fields[slot] = _forWire ? UnpaddedBase64.Encode(bytes.Span) : FieldValue.Entry(field.Key, bytes);
        }
    }

    private static MetadataWriter Encode<T>(T value, bool forWire, MetadataDirections? direction)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        MetadataWriter writer = new(T.Layout, forWire);
        T.Write(value, ref writer);
        return writer._errors is null
            ? writer
            : throw new MetadataException($"'{T.Layout.Record}' cannot be written as metadata", direction, writer._errors);
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
