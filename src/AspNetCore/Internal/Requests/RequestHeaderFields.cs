using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Reads the header fields of a request from a copy of the pairs, because Kestrel's enumerator would be allocated for each read, and a look-up for each key is slower. The copy
/// belongs to the thread and is cleared afterwards.
/// </summary>
internal sealed class RequestHeaderFields : HeaderFields
{
    // Beyond that, looking each key up is faster than a copy of all headers.
    private const int Most = 96;

    [ThreadStatic]
    private static RequestHeaderFields? _spare;

    private readonly KeyValuePair<string, StringValues>[] _pairs = new KeyValuePair<string, StringValues>[Most];
    private int _count;
    private int _next;

    /// <inheritdoc/>
    internal override string? Only => _pairs[_next - 1].Value is { Count: 1 } values ? values.ToString() : null;

    /// <inheritdoc/>
    internal override int ValueCount => _pairs[_next - 1].Value.Count;

    /// <summary>Reads a plain record. False says that the general reader has to look.</summary>
    internal static bool TryRead<T>(IHeaderDictionary headers, [MaybeNullWhen(false)] out T value)
        where T : IGrpcMetadata<T>
    {
        int count = headers.Count;
        if (count > Most)
        {
            value = default;
            return false;
        }

        // Taken away while it is used: a converter of the record may read another record.
        RequestHeaderFields fields = _spare ?? new RequestHeaderFields();
        _spare = null;
        fields.Start();
        headers.CopyTo(fields._pairs, 0);
        fields._count = count;
        fields._next = 0;
        bool isRead = RecordReading.TryCreate(fields, out value);
        Array.Clear(fields._pairs, 0, count);
        fields.Forget();
        _spare = fields;
        return isRead;
    }

    /// <inheritdoc/>
    public override bool Next([NotNullWhen(true)] out string? name)
    {
        int next = _next;
        if (next >= _count)
        {
            name = null;
            return false;
        }

        _next = next + 1;
        name = _pairs[next].Key;
        return true;
    }

    /// <inheritdoc/>
    internal override string ValueAt(int index) => _pairs[_next - 1].Value[index] ?? "";
}
