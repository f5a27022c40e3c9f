using System.Collections.ObjectModel;

namespace TypedMetadata;

/// <summary>Members of collections that newer frameworks have.</summary>
internal static class CollectionShims
{
    extension<TKey, TValue>(ReadOnlyDictionary<TKey, TValue>)
    {
        internal static ReadOnlyDictionary<TKey, TValue> Empty => new(new Dictionary<TKey, TValue>());
    }

    extension<T>(EqualityComparer<T>)
    {
        internal static EqualityComparer<T> Create(Func<T, T, bool> equals, Func<T, int> hash) => new Comparer<T>(equals, hash);
    }

    internal static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> pair, out TKey key, out TValue value) => (key, value) = (pair.Key, pair.Value);

    internal static T MaxBy<T>(this List<T> items, Func<T, int> size) => items.OrderByDescending(size).First();

    internal static TValue? GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> map, TKey key) => map.TryGetValue(key, out TValue? value) ? value : default;

    internal static void AddBytes(this ref HashCode hash, ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            hash.Add(one);
        }
    }

    private sealed class Comparer<T>(Func<T, T, bool> equals, Func<T, int> hash) : EqualityComparer<T>
    {
        public override bool Equals(T left, T right) => equals(left, right);

        public override int GetHashCode(T value) => hash(value);
    }
}

internal static class CollectionsMarshal
{
    internal static ReadOnlySpan<T> AsSpan<T>(List<T> list) => list.ToArray();
}

internal static class KeyValuePair
{
    internal static KeyValuePair<TKey, TValue> Create<TKey, TValue>(TKey key, TValue value) => new(key, value);
}
