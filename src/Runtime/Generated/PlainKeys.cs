using System.Runtime.CompilerServices;

namespace TypedMetadata.Generated;

/// <summary>Finds the slot of a header field's name, of either case. Nearly every name of another key is told by its length and first character.</summary>
internal sealed class PlainKeys
{
    private const int Places = 64;
    private readonly string[] _keys;
    private readonly sbyte[] _first = new sbyte[Places];
    private readonly sbyte[] _next;
    private readonly ulong _known;

    private PlainKeys(MetadataField[] fields)
    {
        string[] keys = Array.ConvertAll(fields, static field => field.Key);
        _keys = keys;
        _next = new sbyte[keys.Length];
        Array.Fill(_first, (sbyte)-1);
        for (int slot = keys.Length - 1; slot >= 0; slot--)
        {
            int place = Place(keys[slot]);
            _next[slot] = _first[place];
            _first[place] = (sbyte)slot;
            _known |= 1UL << place;
            CommaSecrets |= fields[slot] is { Sensitive: true, AllowComma: false } ? 1UL << slot : 0;
        }
    }

    /// <summary>The keys of a layout; null where one is a prefix or has former names, or where they are too many.</summary>
    internal static PlainKeys? Of(MetadataField[] fields) =>
        fields.Length <= Places && Array.TrueForAll(fields, static field => !field.IsPrefix && field.ReadAlso.Length == 0)
            ? new PlainKeys(fields)
            : null;

    /// <summary>The slots, a bit each, of secrets in which a comma may stand between two joined values.</summary>
    internal ulong CommaSecrets { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int SlotOf(string name)
    {
        int place = Place(name);
        return ((_known >> place) & 1) == 0 ? -1 : SlotAt(place, name);
    }

    // Setting 0x20 makes a letter lower-case; what else it maps together does no harm.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(string name) => name.Length == 0 ? 0 : ((name[0] | 0x20) + (name.Length * 7)) & (Places - 1);

    private int SlotAt(int place, string name)
    {
        for (int slot = _first[place]; slot >= 0; slot = _next[slot])
        {
            string key = _keys[slot];
            if (string.Equals(key, name) || (key.Length == name.Length && key.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                return slot;
            }
        }

        return -1;
    }
}
