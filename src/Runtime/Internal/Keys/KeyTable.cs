namespace TypedMetadata.Internal;

/// <summary>
/// Finds the slot of a key by name, in either case. Names fall into buckets by their length and first character: at nearly every other name of a call that is all that is looked at, which
/// is most of the work where there are many.
/// </summary>
internal sealed class KeyTable
{
    private const int None = -1;
    private const int Buckets = 64;
    private readonly Place?[] _buckets = new Place?[Buckets];

    /// <summary>The buckets that hold a name, a bit each.</summary>
    internal ulong Filled { get; private set; }

    /// <summary>The bucket of a name, which is not empty. Setting 0x20 makes a letter lower-case; what else it maps together does no harm.</summary>
    internal static int Bucket(string name) => ((name[0] | 0x20) + (name.Length * 7)) & (Buckets - 1);

    /// <summary>Adds a name. Returns false if it is there already.</summary>
    internal bool TryAdd(string name, int slot)
    {
        if (SlotOf(name) != None)
        {
            return false;
        }

        int bucket = Bucket(name);
        _buckets[bucket] = new Place(name, slot, _buckets[bucket]);
        Filled |= 1UL << bucket;
        return true;
    }

    /// <summary>The slot of a name, or -1.</summary>
    internal int SlotOf(string name)
    {
        for (Place? place = name.Length == 0 ? null : _buckets[Bucket(name)]; place is not null; place = place.Next)
        {
            // Nearly every name comes in lower case, and comparing it as it stands takes half the time.
            if (place.Name == name || place.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return place.Slot;
            }
        }

        return None;
    }

    private sealed class Place(string name, int slot, Place? next)
    {
        internal readonly string Name = name;
        internal readonly int Slot = slot;
        internal readonly Place? Next = next;
    }
}
