using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Encoded fields by key, in the order in which they came. They are few: a list is smaller than a dictionary and no slower.</summary>
internal struct FieldList
{
    private const int Few = 4;
    private KeyValuePair<string, StringValues>[]? _fields;

    internal int Count { get; private set; }

    internal readonly ReadOnlySpan<KeyValuePair<string, StringValues>> All => _fields.AsSpan(0, Count);

    /// <summary>The fields of a key; none when it is not there.</summary>
    internal readonly StringValues this[string key] => IndexOf(key) is >= 0 and int index ? _fields![index].Value : StringValues.Empty;

    internal readonly bool Contains(string key) => IndexOf(key) >= 0;

    /// <summary>What all fields take, as PROTOCOL-HTTP2.md counts it.</summary>
    internal readonly int Size()
    {
        int size = 0;
        foreach ((string key, StringValues fields) in All)
        {
            size += WireFields.SizeOf(key, fields);
        }

        return size;
    }

    /// <summary>What each key takes that a record does not have.</summary>
    internal readonly IEnumerable<KeyValuePair<string, int>> SizesBeside<T>()
        where T : IGrpcMetadata<T> =>
        Count == 0 ? [] : _fields!.Take(Count).Where(field => T.SlotOf(field.Key) < 0).Select(field => KeyValuePair.Create(field.Key, WireFields.SizeOf(field.Key, field.Value)));

    /// <summary>Makes room for the first keys, if nothing has come yet.</summary>
    internal void Reserve(int keys) => _fields ??= new KeyValuePair<string, StringValues>[keys];

    /// <summary>Replaces the fields of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fields">Its fields; none are kept as such, to say that the key was removed.</param>
    internal void Set(string key, StringValues fields)
    {
        int index = IndexOf(key);
        if (index < 0)
        {
            if (_fields is null || Count == _fields.Length)
            {
                Array.Resize(ref _fields, Math.Max(Few, Count * 2));
            }

            index = Count++;
        }

        _fields![index] = new(key, fields);
    }

    /// <summary>Removes every key of a prefix.</summary>
    internal void Remove(MetadataField prefix)
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!prefix.Covers(_fields![i].Key))
            {
                _fields[kept++] = _fields[i];
            }
        }

        Count = kept;
    }

    private readonly int IndexOf(string key)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_fields![i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
