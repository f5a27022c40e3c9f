using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Compares bytes and lists by what they hold, for the equality of records.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContentEquality
{
    /// <summary>Whether two arrays hold equal bytes.</summary>
    public static bool Equal(byte[]? left, byte[]? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.AsSpan().SequenceEqual(right));

    /// <summary>Whether two lists hold equal items in the same order.</summary>
    public static bool Equal<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.SequenceEqual(right, Items<T>.Comparer));

    /// <summary>Whether two arrays hold equal items in the same order.</summary>
    public static bool Equal<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        left.IsDefault || right.IsDefault ? left.IsDefault == right.IsDefault : left.AsSpan().SequenceEqual(right.AsSpan(), Items<T>.Comparer);

    /// <summary>Whether two arrays hold equal items in the same order.</summary>
    public static bool Equal<T>(ImmutableArray<T>? left, ImmutableArray<T>? right) =>
        left is ImmutableArray<T> one && right is ImmutableArray<T> other ? Equal(one, other) : left is null && right is null;

    /// <summary>Whether two dictionaries hold equal entries, in whatever order.</summary>
    public static bool Equal<T>(IReadOnlyDictionary<string, T>? left, IReadOnlyDictionary<string, T>? right) =>
        ReferenceEquals(left, right)
        || (left is not null && right is not null && left.Count == right.Count
            && left.All(entry => right.TryGetValue(entry.Key, out T? other) && Items<T>.Comparer.Equals(entry.Value, other)));

    /// <summary>Whether two blocks hold equal bytes.</summary>
    public static bool Equal(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => left.Span.SequenceEqual(right.Span);

    /// <summary>Whether two blocks hold equal bytes.</summary>
    public static bool Equal(ReadOnlyMemory<byte>? left, ReadOnlyMemory<byte>? right) =>
        left is ReadOnlyMemory<byte> one && right is ReadOnlyMemory<byte> other ? Equal(one, other) : left is null && right is null;

    /// <summary>A hash of the bytes.</summary>
    public static int Hash(byte[]? bytes) => Hash(new ReadOnlyMemory<byte>(bytes));

    /// <summary>A hash of the items.</summary>
    public static int Hash<T>(IReadOnlyList<T>? items)
    {
        HashCode hash = default;
        foreach (T item in items ?? [])
        {
            hash.Add(item, Items<T>.Comparer);
        }

        return hash.ToHashCode();
    }

    /// <summary>A hash of the items.</summary>
    public static int Hash<T>(ImmutableArray<T> items) => Hash(items.IsDefault ? null : (IReadOnlyList<T>)items);

    /// <summary>A hash of the items.</summary>
    public static int Hash<T>(ImmutableArray<T>? items) => Hash(items.GetValueOrDefault());

    /// <summary>A hash of the entries, in whatever order.</summary>
    public static int Hash<T>(IReadOnlyDictionary<string, T>? map)
    {
        int hash = 0;
        foreach ((string name, T value) in map ?? ReadOnlyDictionary<string, T>.Empty)
        {
            hash ^= HashCode.Combine(name, value is null ? 0 : Items<T>.Comparer.GetHashCode(value));
        }

        return hash;
    }

    /// <summary>A hash of the bytes.</summary>
    public static int Hash(ReadOnlyMemory<byte> bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes.Span);
        return hash.ToHashCode();
    }

    /// <summary>A hash of the bytes.</summary>
    public static int Hash(ReadOnlyMemory<byte>? bytes) => Hash(bytes.GetValueOrDefault());

    // The items of a list may be bytes themselves.
    private static class Items<T>
    {
        internal static readonly IEqualityComparer<T> Comparer = (IEqualityComparer<T>)(
            typeof(T) == typeof(byte[]) ? EqualityComparer<byte[]>.Create(Equal, Hash)
            : typeof(T) == typeof(ReadOnlyMemory<byte>) ? EqualityComparer<ReadOnlyMemory<byte>>.Create(Equal, Hash)
            : typeof(T) == typeof(ImmutableArray<byte>) ? EqualityComparer<ImmutableArray<byte>>.Create(Equal, Hash)
            : (object)EqualityComparer<T>.Default);
    }
}
