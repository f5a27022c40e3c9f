using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Compares bytes, lists and dictionaries by their content, for the equality of records.</summary>
/// <remarks>The methods have different names because the compiler takes long to choose between many generic overloads.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContentEquality
{
    /// <summary>Returns a value that indicates whether two arrays contain equal bytes.</summary>
    public static bool EqualBytes(byte[]? left, byte[]? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.AsSpan().SequenceEqual(right));

    /// <summary>Returns a value that indicates whether two lists contain equal items in the same order.</summary>
    public static bool EqualList<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.SequenceEqual(right, Items<T>.Comparer));

    /// <summary>Returns a value that indicates whether two arrays contain equal items in the same order.</summary>
    public static bool EqualArray<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        left.IsDefault || right.IsDefault ? left.IsDefault == right.IsDefault : left.AsSpan().SequenceEqual(right.AsSpan(), Items<T>.Comparer);

    /// <summary>Returns a value that indicates whether two arrays contain equal items in the same order.</summary>
    public static bool EqualArray<T>(ImmutableArray<T>? left, ImmutableArray<T>? right) =>
        left is ImmutableArray<T> one && right is ImmutableArray<T> other ? EqualArray(one, other) : left is null && right is null;

    /// <summary>Returns a value that indicates whether two dictionaries contain equal entries, in any order.</summary>
    public static bool EqualMap<T>(IReadOnlyDictionary<string, T>? left, IReadOnlyDictionary<string, T>? right) =>
        ReferenceEquals(left, right)
        || (left is not null && right is not null && left.Count == right.Count
            && left.All(entry => right.TryGetValue(entry.Key, out T? other) && Items<T>.Comparer.Equals(entry.Value, other)));

    /// <summary>Returns a value that indicates whether two blocks contain equal bytes.</summary>
    public static bool EqualBytes(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => left.Span.SequenceEqual(right.Span);

    /// <summary>Returns a value that indicates whether two blocks contain equal bytes.</summary>
    public static bool EqualBytes(ReadOnlyMemory<byte>? left, ReadOnlyMemory<byte>? right) =>
        left is ReadOnlyMemory<byte> one && right is ReadOnlyMemory<byte> other ? EqualBytes(one, other) : left is null && right is null;

    /// <summary>Returns a hash code of the bytes.</summary>
    public static int HashBytes(byte[]? bytes) => HashBytes(new ReadOnlyMemory<byte>(bytes));

    /// <summary>Returns a hash code of the items.</summary>
    public static int HashList<T>(IReadOnlyList<T>? items)
    {
        HashCode hash = default;
        foreach (T item in items ?? [])
        {
            hash.Add(item, Items<T>.Comparer);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns a hash code of the items.</summary>
    public static int HashArray<T>(ImmutableArray<T> items) => HashList(items.IsDefault ? null : (IReadOnlyList<T>)items);

    /// <summary>Returns a hash code of the items.</summary>
    public static int HashArray<T>(ImmutableArray<T>? items) => HashArray(items.GetValueOrDefault());

    /// <summary>Returns a hash code of the entries, in any order.</summary>
    public static int HashMap<T>(IReadOnlyDictionary<string, T>? map)
    {
        int hash = 0;
        foreach ((string name, T value) in map ?? ReadOnlyDictionary<string, T>.Empty)
        {
            hash ^= HashCode.Combine(name, value is null ? 0 : Items<T>.Comparer.GetHashCode(value));
        }

        return hash;
    }

    /// <summary>Returns a hash code of the bytes.</summary>
    public static int HashBytes(ReadOnlyMemory<byte> bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes.Span);
        return hash.ToHashCode();
    }

    /// <summary>Returns a hash code of the bytes.</summary>
    public static int HashBytes(ReadOnlyMemory<byte>? bytes) => HashBytes(bytes.GetValueOrDefault());

    // The items of a list may be bytes themselves.
    private static class Items<T>
    {
        internal static readonly IEqualityComparer<T> Comparer = (IEqualityComparer<T>)(
            typeof(T) == typeof(byte[]) ? EqualityComparer<byte[]>.Create(EqualBytes, HashBytes)
            : typeof(T) == typeof(ReadOnlyMemory<byte>) ? EqualityComparer<ReadOnlyMemory<byte>>.Create(EqualBytes, HashBytes)
            : typeof(T) == typeof(ImmutableArray<byte>) ? EqualityComparer<ImmutableArray<byte>>.Create(EqualArray, HashArray)
            : (object)EqualityComparer<T>.Default);
    }
}
