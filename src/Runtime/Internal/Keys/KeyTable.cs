namespace TypedMetadata.Internal;

/// <summary>
/// Finds the slot of a key by name, in either case. Of most other names of a call it looks at the length alone; the rest fall into buckets by three of their characters.
/// </summary>
internal sealed class KeyTable
{
    private const int None = -1;
    private const int Buckets = 64;
    private readonly Place?[] _buckets = new Place?[Buckets];
    private ulong _lengths;

    /// <summary>Adds a name. Returns false if it is there already.</summary>
    internal bool TryAdd(string name, int slot)
    {
        if (SlotOf(name) != None)
        {
            return false;
        }

        ref Place? bucket = ref _buckets[Bucket(name)];
        bucket = new Place(name, slot, bucket);
        _lengths |= 1UL << name.Length;
        return true;
    }

    /// <summary>The slot of a name, or -1.</summary>
    internal int SlotOf(string name)
    {
        // A shift counts modulo 64, so longer names are taken for shorter ones, which does no harm.
        if ((_lengths & (1UL << name.Length)) == 0 || name.Length == 0)
        {
            return None;
        }

        for (Place? place = _buckets[Bucket(name)]; place is not null; place = place.Next)
        {
            // Nearly every name comes in lower case, and comparing it as it stands takes half the time.
            if (place.Name == name || place.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return place.Slot;
            }
        }

        return None;
    }

    // Setting 0x20 makes a letter lower-case; what else it maps together does no harm.
    private static int Bucket(string name) =>
        ((name[0] | 0x20) + (3 * (name[name.Length >> 1] | 0x20)) + (5 * (name[^1] | 0x20))) & (Buckets - 1);

    private sealed class Place(string name, int slot, Place? next)
    {
        internal readonly string Name = name;
        internal readonly int Slot = slot;
        internal readonly Place? Next = next;
    }
}
