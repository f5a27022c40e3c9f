using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Reads records directly from the headers or trailers of an HTTP response, without changing them.</summary>
internal sealed class ResponseHeaderReader : HeaderFields
{
    [ThreadStatic]
    private static ResponseHeaderReader? _spare;

    private HttpHeadersNonValidated.Enumerator _fields;

    /// <inheritdoc/>
    internal override string? Only => _fields.Current.Value is { Count: 1 } values ? values.ToString() : null;

    /// <inheritdoc/>
    internal override int ValueCount => _fields.Current.Value.Count;

    /// <summary>Reads a record.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    internal static T Read<T>(HttpHeaders headers, MetadataPositions position)
        where T : IGrpcMetadata<T> =>
        TryRead<T>(headers, out T? value, out IReadOnlyList<MetadataError> errors)
            ? value
            : throw new MetadataException(RecordReading.Subject<T>(position), position, errors);

    /// <summary>Tries to read a record, and returns the errors if that fails.</summary>
    internal static bool TryRead<T>(HttpHeaders headers, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        MetadataLayout layout = DescriptorOf<T>.Value.Layout;
        if (layout.IsPlain && TryReadPlain(headers, out value))
        {
            errors = [];
            return true;
        }

        MetadataReader reader = new(layout);
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if (layout.MayHave(name))
            {
                Push(ref reader, layout, name, values);
            }
        }

        return RecordReading.TryCreate(ref reader, out value, out errors);
    }

    /// <inheritdoc/>
    public override bool Next([NotNullWhen(true)] out string? name)
    {
        if (!_fields.MoveNext())
        {
            name = null;
            return false;
        }

        name = _fields.Current.Key;
        if (ResponseNotes.IsCarrier(name) && ResponseNotes.TryGet(name, Only, out ResponseNotes? notes) && notes.MalformedKeys.Length != 0)
        {
            GiveUp();
        }

        return true;
    }

    /// <inheritdoc/>
    internal override string ValueAt(int index)
    {
        foreach (string value in _fields.Current.Value)
        {
            if (index-- == 0)
            {
                return value;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }

    private static bool TryReadPlain<T>(HttpHeaders headers, [MaybeNullWhen(false)] out T value)
        where T : IGrpcMetadata<T>
    {
        // The spare is removed while it is in use, because a converter may read another record.
        ResponseHeaderReader fields = _spare ?? new ResponseHeaderReader();
        _spare = null;
        fields.Start();
        fields._fields = headers.NonValidated.GetEnumerator();
        bool isRead = RecordReading.TryCreate(fields, out value);
        fields._fields = default;
        fields.Forget();
        _spare = fields;
        return isRead;
    }

    private static void Push(ref MetadataReader reader, MetadataLayout layout, string name, HeaderStringValues values)
    {
        int slot = layout.SlotOf(name);
        if (slot >= 0)
        {
            foreach (string value in values)
            {
                reader.Push(slot, KeyGrammar.Normalize(name), value);
            }
        }

        if (ResponseNotes.TryGet(name, values.ToString(), out ResponseNotes? notes))
        {
            MetadataSource.PushMalformed(ref reader, layout, notes);
        }
    }
}
